import fc from 'fast-check';
import { fold, type Foldable } from '@app/register';
import { countedOrganization, tierOf } from './counted-organization.js';
import { INDICATOR_14, INDICATOR_26, POPULATION } from './indicators.table.js';
import { spansOf } from './spans.js';

const DAYS = Array.from({ length: 8 }, (_, index) => `2026-01-0${index + 1}`);
/** Entries back and forth in legal time, some of which correct an earlier one. */
const histories = fc
  .array(
    fc.record({
      legalDate: fc.constantFrom(...DAYS),
      difference: fc.dictionary(fc.constantFrom('a', 'b'), fc.option(fc.nat(2)), { minKeys: 1 }),
      corrects: fc.option(fc.nat(6)),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ corrects, ...row }, index): Foldable => {
      const earlier = corrects !== null && corrects < index ? corrects + 1 : null;
      return { ...row, number: index + 1, recordedAt: new Date(0), corrects: earlier };
    }),
  );

it('says on every day what the fold of that day says, whatever the history, equal neighbours in one', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const spans = spansOf(history, ({ a, b }) => ({ a: a ?? null, b: b ?? null }));
      for (const day of ['2025-12-31', ...DAYS, '2026-02-01']) {
        const state = fold(history, { asOf: day });
        const found = spans.filter(({ since, before }) => since <= day && (before === null || before > day));
        expect(found.map(({ value }) => value)).toEqual(state ? [{ a: state.a ?? null, b: state.b ?? null }] : []);
      }
      spans.forEach(({ value }, index) => index > 0 && expect(value).not.toEqual(spans[index - 1].value));
    }),
  );
});

it.each([
  ['110000', 'CITY'],
  ['110108', 'DISTRICT'],
  ['110108001', 'STREET'],
])('%s is of tier %s', (division, tier) => expect(tierOf(division)).toBe(tier));

it('counts as active what neither stopped, nor is on its way out, nor has ended', () => {
  const of = (status: string) =>
    countedOrganization({
      status,
      standing: 'REGISTERED',
      kind: 'FOUNDATION',
      authority: '110000',
      division: '110108',
    });
  expect(['ACTIVE', 'SUSPENDED', 'LIQUIDATING', 'DEREGISTERED'].map((status) => of(status).active)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(of('ACTIVE')).toMatchObject({ tier: 'CITY', category: null, primaryHub: null });
});

it('has the targets of 专栏1', () => {
  expect([INDICATOR_14.id, INDICATOR_14.value]).toEqual(['HUB-INDICATOR-14', { target: 25, per: 10_000 }]);
  expect([INDICATOR_26.id, INDICATOR_26.value]).toEqual(['HUB-INDICATOR-26', { target: 100 }]);
  expect([POPULATION.id, POPULATION.mark]).toEqual(['HUB-POPULATION', 'DESIGN']);
});
