import { addDays, type LegalDate } from '@app/kernel';
import { fold, LAST_DAY, standingEntries, type Foldable, type PlacedEntry } from './fold.js';

/** What a registered item said for a time. */
export interface ItemValue<E> {
  /** First and last day on which it stood; null: it still stands. */
  readonly from: LegalDate;
  readonly until: LegalDate | null;
  readonly value: unknown;
  /** The number of the entry that set it. */
  readonly entry: number;
  /** The entry in which the value stands: that one, or the newest correction of it. */
  readonly said: E;
}

export interface ItemHistory<E> {
  readonly field: string;
  readonly values: readonly ItemValue<E>[];
}

/**
 * The history of each registered item by legal date, as it was known at an instant: what the fold says of it on
 * each day on which an entry set it anew. A time in which the item had no value is a gap.
 */
export function itemHistories<E extends Foldable>(entries: readonly E[], knownAt?: Date): ItemHistory<E>[] {
  const standing = standingEntries(entries, { asOf: LAST_DAY, knownAt });
  const fields = [...new Set(standing.flatMap(({ entry }) => Object.keys(entry.difference)))];
  return fields.map((field) => {
    const setters = lastOfEachDay(standing.filter(({ entry }) => field in entry.difference));
    const values = setters.flatMap(({ place, entry }, index): ItemValue<E>[] => {
      const from = entry.legalDate;
      const value = fold(entries, { asOf: from, knownAt })?.[field];
      const next = setters.at(index + 1)?.entry.legalDate;
      const until = next === undefined ? null : addDays(next, -1);
      return value === undefined ? [] : [{ from, until, value, entry: place, said: entry }];
    });
    return { field, values };
  });
}

/** Of several entries of one day the last one counts. */
function lastOfEachDay<E extends Foldable>(standing: readonly PlacedEntry<E>[]): PlacedEntry<E>[] {
  return standing.filter(({ entry }, index) => standing.at(index + 1)?.entry.legalDate !== entry.legalDate);
}
