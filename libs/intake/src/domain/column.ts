import type { Bilingual } from '@app/kernel';

/** What a cell of a column holds. A DATE comes out as YYYY-MM-DD, a NUMBER as digits, whatever the file wrote. */
export type ColumnType = 'TEXT' | 'DATE' | 'NUMBER';

/** A column of a table that is taken in: its code name, what the header of a template calls it, what stands in it. */
export interface Column<Name extends string = string> {
  readonly name: Name;
  readonly title: Bilingual;
  readonly type: ColumnType;
  readonly required: boolean;
  /** The only values that it takes, each with its Chinese word; either may stand in a cell, the code comes out. */
  readonly values?: Readonly<Record<string, string>>;
  /** What stands in the example row of the template. */
  readonly example: string;
  readonly note?: Bilingual;
}
