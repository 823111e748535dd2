import { fold, stateDifference, type Entry, type FieldDifference, type Moment } from '@app/register';
import { publicState, type NameOf } from './public-view.js';

/**
 * What the public file said otherwise at two moments. Two persons of one name are two: a change of who it is shows,
 * though both sides read the same. Undefined when nothing stood at one of the moments.
 */
export function publicDifference(
  entries: readonly Entry[],
  from: Moment,
  to: Moment,
  nameOf: NameOf,
): FieldDifference[] | undefined {
  const [before, after] = [from, to].map((moment) => publicState(entries, moment, nameOf));
  if (!before || !after) return undefined;
  const changed = stateDifference(fold(entries, from)!, fold(entries, to)!);
  return changed
    .filter(({ field }) => field in before || field in after)
    .map(({ field }) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
