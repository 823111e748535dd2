import type { Citation, LegalDate } from '@app/kernel';
import type { State } from './fold.js';

/** What a person or an organization may not do, or must be asked about first, and why. */
export interface Restriction {
  readonly id: string;
  /** Division of who imposed it: it binds the registrars there and below. */
  readonly authority: string;
  readonly effect: 'BAR' | 'WARN';
  /** The actions it touches, as `<procedure>.<action>`; `<procedure>.*` is all of them. */
  readonly actions: readonly string[];
  readonly reason: string;
  readonly citation: Citation;
  readonly from: LegalDate;
  readonly until?: LegalDate;
  readonly liftedOn?: LegalDate;
}

const FIELD = 'restriction:';

/** The field of a subject's state that holds one restriction. */
export function restrictionField(id: string): string {
  return `${FIELD}${id}`;
}

export function restrictionsOf(state: State): Restriction[] {
  return Object.entries(state)
    .filter(([field]) => field.startsWith(FIELD))
    .map(([, value]) => value as Restriction);
}

/** True when a restriction has effect on `day` for `<procedure>.<action>`. */
export function touches(restriction: Restriction, action: string, day: LegalDate): boolean {
  const { from, until, liftedOn } = restriction;
  if (day < from || (until !== undefined && day > until) || (liftedOn !== undefined && day >= liftedOn)) return false;
  const whole = `${action.split('.')[0]}.*`;
  return restriction.actions.some((touched) => touched === action || touched === whole);
}
