import fc from 'fast-check';
import type { Foldable } from '../domain/fold.js';

/** The days on which drawn entries have effect: few, so that several fall on one. */
export const DAYS = Array.from({ length: 12 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`);

/** The instant at which the entry of a number was recorded. */
export function recorded(number: number): Date {
  return new Date(Date.UTC(2026, 5, number));
}

/**
 * Any history of a subject: entries back and forth in legal time, several on a day, values taken away, corrections
 * and corrections of corrections.
 */
export function histories(): fc.Arbitrary<Foldable[]> {
  const row = fc.record({
    legalDate: fc.constantFrom(...DAYS),
    difference: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(3)), { minKeys: 1 }),
    target: fc.option(fc.nat(8)),
  });
  return fc.array(row, { maxLength: 9 }).map((rows) =>
    rows.map(({ legalDate, difference, target }, index) => ({
      number: index + 1,
      legalDate,
      recordedAt: recorded(index + 1),
      difference,
      corrects: target !== null && target < index ? target + 1 : null,
    })),
  );
}
