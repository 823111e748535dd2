import type { Foldable, State } from './fold.js';
import type { SubjectType } from './vocabulary.js';

/** A subject as its entries say it stands now. */
export interface Folded {
  readonly subjectId: string;
  readonly type: SubjectType;
  readonly state: State;
  /** The number of its newest entry. */
  readonly version: number;
  /** All its entries, for what says how it stood on each day. */
  readonly history: readonly Foldable[];
}

/**
 * A table that folds from the entries: which rows a subject has in it is a pure function of its
 * state. So one routine can keep the table, rebuild it, and prove that it says what the entries say.
 * Higher libs add their own (the public search, say) to `Projections`.
 */
export interface Projection {
  readonly table: string;
  readonly subjectType: SubjectType | 'ANY';
  /** The primary key of the table; every table has `subject_id` besides. */
  readonly key: string;
  /** Every subject of the type has a row: an empty table was never filled. */
  readonly ofEverySubject?: true;
  rowsOf(folded: Folded): readonly Readonly<Record<string, unknown>>[];
}

/** The rows of a subject; one whose every entry was voided is not in the register, and has none. */
export function rowsSaid(projection: Projection, folded: Folded): readonly Readonly<Record<string, unknown>>[] {
  return Object.keys(folded.state).length === 0 ? [] : projection.rowsOf(folded);
}
