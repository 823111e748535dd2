import type { Bilingual } from '@app/kernel';
import type { TableHead } from '../domain/table-row.js';

/** A cell as the file has it, before its column says what it means. */
export interface RawCell {
  /** A NUMBER was stored as such by a spreadsheet, so its text is the stored one and not what somebody typed. */
  readonly kind: 'TEXT' | 'NUMBER';
  readonly text: string;
  /** Shown as a date by the spreadsheet. */
  readonly dated?: boolean;
  readonly formula?: boolean;
}

/** A row of a file whose cells go by their place from 0; only those asked for are kept. */
export type RawRow =
  | {
      readonly line: number;
      readonly cells: ReadonlyMap<number, RawCell>;
      /** Something stands in the row, be it in a column that nobody asked for. */
      readonly filled: boolean;
      /** Places that lie in cells joined to one. */
      readonly merged?: ReadonlySet<number>;
    }
  | { readonly line: number; readonly broken: Bilingual };

/** A table whose header has been read and whose rows can be. */
export interface RawTable extends Pick<TableHead, 'format' | 'encoding'> {
  /** The first cells of the header that are not empty, one more than a table may have. */
  readonly header: ReadonlyMap<number, string>;
  /** Days are counted from 1904, as old versions for the Macintosh did. */
  readonly from1904: boolean;
  /** The rows after the header, in order, with the cells at these places. @throws RuleViolated where the file breaks off */
  rows(wanted: ReadonlySet<number>): AsyncGenerator<RawRow>;
}

/** More columns than any table of ours has; a wider file is another one. */
export const MAX_COLUMNS = 200;
