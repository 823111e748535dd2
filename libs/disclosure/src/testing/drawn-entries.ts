import fc from 'fast-check';
import { cite } from '@app/kernel';
import type { Entry, PublicationClass } from '@app/register';

/** Days on which drawn entries have effect. */
export const DAYS = ['2026-01-01', '2026-01-02', '2026-01-15', '2026-02-28', '2026-03-01', '2026-12-31'];

/** The instant at which the entry of a number was recorded. */
export function recorded(number: number): Date {
  return new Date(Date.UTC(2027, 0, number));
}

/** An entry of an organization, with what matters to what is published of it. */
export function entryOf(
  number: number,
  legalDate: string,
  items: Readonly<Record<string, readonly [value: unknown, publication: PublicationClass]>>,
  corrects: number | null = null,
): Entry {
  const fields = Object.entries(items);
  return {
    id: String(number),
    subjectId: '0',
    number,
    kind: 'IMPORTED',
    legalDate,
    recordedAt: recorded(number),
    recordedBy: null,
    caseId: null,
    citation: cite('社会团体登记管理条例', '第十二条第二款'),
    difference: Object.fromEntries(fields.map(([field, [value]]) => [field, value])),
    publication: Object.fromEntries(fields.map(([field, [, publication]]) => [field, publication])),
    corrects,
    hash: '',
  };
}

/** Any history: back and forth in time, values that go, persons, classes that change, corrections. */
export function drawnEntries(): fc.Arbitrary<Entry[]> {
  const value = fc.oneof(
    fc.nat(3),
    fc.constant(null),
    fc.constantFrom('p1', 'p2').map((person) => ({ person, commitment: 'c' })),
  );
  const said = fc.tuple(value, fc.constantFrom<PublicationClass>('PUBLIC', 'MASKED', 'WITHHELD'));
  const row = fc.tuple(
    fc.constantFrom(...DAYS),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), said, { minKeys: 1 }),
    fc.option(fc.nat(6)),
  );
  return fc
    .array(row, { maxLength: 7 })
    .map((rows) =>
      rows.map(([day, items, target], index) =>
        entryOf(index + 1, day, items, target !== null && target < index ? target + 1 : null),
      ),
    );
}
