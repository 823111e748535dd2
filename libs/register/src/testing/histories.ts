import fc from 'fast-check';
import type { PublicationClass } from '../domain/entry.js';
import type { Foldable } from '../domain/fold.js';

export type DrawnEntry = Foldable & { readonly publication: Record<string, PublicationClass> };

/** The days on which drawn entries have effect: few, so that several fall on one. */
export const DAYS = Array.from({ length: 12 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`);

/** The instant at which the entry of a number was recorded. */
export function recorded(number: number): Date {
  return new Date(Date.UTC(2026, 5, number));
}

/**
 * Any history of a subject: entries back and forth in legal time, several on a day, values taken away, classes that
 * change, corrections and corrections of corrections.
 */
export function histories(): fc.Arbitrary<DrawnEntry[]> {
  const set = fc.record({
    value: fc.option(fc.nat(3)),
    publication: fc.constantFrom<PublicationClass>('PUBLIC', 'MASKED', 'WITHHELD'),
  });
  const row = fc.record({
    legalDate: fc.constantFrom(...DAYS),
    fields: fc.dictionary(fc.constantFrom('a', 'b', 'c'), set, { minKeys: 1 }),
    target: fc.option(fc.nat(8)),
  });
  return fc.array(row, { maxLength: 9 }).map((rows) =>
    rows.map(({ legalDate, fields, target }, index) => ({
      number: index + 1,
      legalDate,
      recordedAt: recorded(index + 1),
      difference: mapped(fields, ({ value }) => value),
      publication: mapped(fields, ({ publication }) => publication),
      corrects: target !== null && target < index ? target + 1 : null,
    })),
  );
}

function mapped<A, B>(record: Record<string, A>, to: (one: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
