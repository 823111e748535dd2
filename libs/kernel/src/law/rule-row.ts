import type { LegalDate } from '../calendar/legal-date.js';
import type { Citation } from './citation.js';

/**
 * How far the source of a row was checked: VERIFIED the text itself was read, RESTATED a guide,
 * news item or local rule that restates it, MEMORY not checked, DESIGN our own choice where the law
 * is silent. The mark is printed wherever the row is.
 */
export type Mark = 'VERIFIED' | 'RESTATED' | 'MEMORY' | 'DESIGN';

/**
 * One row of the law as data: a number, a list or a text that some article fixes, with the dates
 * between which it is in force (`inForceTo` is the last day; absent: still in force).
 */
export interface RuleRow<V = unknown> {
  readonly id: string;
  readonly value: V;
  readonly citation: Citation;
  readonly inForceFrom: LegalDate;
  readonly inForceTo?: LegalDate;
  readonly mark: Mark;
}

/**
 * The row of a series that is in force on `date`.
 * @throws Error when none is: a rule must never be judged by a law that was not in force.
 */
export function rowInForce<V>(rows: readonly RuleRow<V>[], date: LegalDate): RuleRow<V> {
  const found = rows.find((row) => isInForce(row, date));
  if (!found) throw new Error(`no row of ${rows[0]?.id ?? 'an empty series'} is in force on ${date}`);
  return found;
}

export function isInForce(row: RuleRow, date: LegalDate): boolean {
  return row.inForceFrom <= date && (row.inForceTo === undefined || date <= row.inForceTo);
}
