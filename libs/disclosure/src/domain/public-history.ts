import type { LegalDate } from '@app/kernel';
import { itemHistories, type Entry } from '@app/register';
import { reduced, type NameOf } from './public-view.js';

/** What a public item said for a time. */
export interface PublicItemValue {
  readonly from: LegalDate;
  readonly until: LegalDate | null;
  readonly value: unknown;
  readonly entry: number;
  readonly correctedBy: number | null;
  readonly recordedAt: string;
}

export interface PublicItemHistory {
  readonly field: string;
  readonly values: readonly PublicItemValue[];
}

/** The history of each item, with the values that the class in their own entry lets out; an item without any is left out. */
export function publicHistory(
  entries: readonly Entry[],
  knownAt: Date | undefined,
  nameOf: NameOf,
): PublicItemHistory[] {
  const histories = itemHistories(entries, knownAt).map(({ field, values }) => ({
    field,
    values: values.flatMap(({ from, until, value, entry, said }): PublicItemValue[] => {
      const shown = reduced({ [field]: value }, said.publication, nameOf);
      if (!(field in shown)) return [];
      const correctedBy = said.number === entry ? null : said.number;
      return [{ from, until, value: shown[field], entry, correctedBy, recordedAt: said.recordedAt.toISOString() }];
    }),
  }));
  return histories.filter(({ values }) => values.length > 0);
}
