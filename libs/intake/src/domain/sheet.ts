import type { Holder, Role } from '@app/access';
import type { Bilingual, LegalDate } from '@app/kernel';
import type { Sql, Tx } from '@app/platform';
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
  /** The rows in their order. Reads, and writes nothing. */
  judge(sql: Sql, office: string, rows: readonly SheetRow[], today: LegalDate): Promise<RowJudgement[]>;
  /** Makes the records of rows that were judged good, in their order: the subject of each, or why it is none after all. */
  take(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<(string | RowRemark)[]>;
  /** Of these subjects those on which something followed since they were taken in: they cannot be undone. */
  followed(sql: Sql, subjectIds: readonly string[]): Promise<string[]>;
  /** Takes subjects back as if they had never come; absent: what was taken in stays. */
  undo?(tx: Tx, subjectIds: readonly string[]): Promise<void>;
}
