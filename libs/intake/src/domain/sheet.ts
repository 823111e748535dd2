import type { Holder, Role } from '@app/access';
import type { Bilingual } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Column } from './column.js';

/** Why a row is refused, or what is odd about one that is taken. */
export interface RowRemark {
  /** Absent when it is the row as a whole. */
  readonly column?: string;
  readonly code: string;
  readonly message: Bilingual;
}

/** A row with its values by column, as texts in one form whatever the file wrote. */
export interface SheetRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** What the rules of a sheet say of a row. */
export interface RowJudgement {
  readonly defects: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
  /** What a row about the very same thing has too: the second of them is refused. */
  readonly same: readonly string[];
  /** What a row about what may be the same thing has too: both are taken, and it is said. */
  readonly alike: readonly string[];
}

/**
 * A kind of table that can be taken in. The lib whose records it makes brings it to `Sheets`; rows, progress, refusals and
 * undoing are the engine's.
 */
export interface Sheet {
  readonly name: string;
  readonly title: Bilingual;
  readonly columns: readonly Column[];
  /** Who takes it in at all; for which office, `actsFor` says. */
  readonly roles: readonly Role[];
  actsFor(by: Holder, office: string): boolean;
  /** Before rows are entered: whoever else enters what they are about waits, so that what was judged still holds. */
  lock?(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<void>;
  /** The rows in their order. Reads, and writes nothing. */
  judge(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<RowJudgement[]>;
  /** Makes the records of rows that were judged good, in their order: the subject of each, or why it is none after all. */
  take(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<(string | RowRemark)[]>;
  /** Once all rows of a batch are entered: who has to be told of them is told. */
  entered?(tx: Tx, office: string, batchId: string): Promise<void>;
  /** Of these subjects, held from here on, those on which something followed since: they cannot be undone. */
  followed(tx: Tx, subjectIds: readonly string[]): Promise<string[]>;
  /** Takes subjects back as if they had never come; absent: what was taken in stays. */
  undo?(tx: Tx, subjectIds: readonly string[]): Promise<void>;
}
