import type { Bilingual } from '@app/kernel';

/** What the reader changed or left out in one cell, e.g. that a formula was taken by its stored value. */
export interface CellNote<Name extends string = string> {
  readonly column: Name;
  readonly code: 'FORMULA' | 'FULL_WIDTH' | 'DATE_SERIAL' | 'DATE_TEXT' | 'NUMBER_TEXT' | 'MERGED';
  readonly message: Bilingual;
}

/** A row of a file by its line in it (the header is line 1): its values, or why it is no row. */
export type TableRow<Name extends string = string> =
  | {
      readonly line: number;
      readonly values: Readonly<Record<Name, string>>;
      readonly notes: readonly CellNote<Name>[];
    }
  | { readonly line: number; readonly broken: Bilingual };

/** What is known of a table before its rows are read. */
export interface TableHead {
  readonly format: 'XLSX' | 'CSV';
  /** Of a CSV file; a workbook has its own. */
  readonly encoding: 'UTF-8' | 'GB18030' | null;
  /** Headers that no column has: their cells are left alone, and this is said. */
  readonly unknownColumns: readonly string[];
}
