import fc from 'fast-check';
import { DAYS, histories, recorded } from '../testing/histories.js';
import { fold, type Foldable } from './fold.js';
import { itemHistories, type ItemHistory } from './item-history.js';

const entry = (number: number, legalDate: string, difference: object, corrects: number | null = null): Foldable => ({
  number,
  legalDate,
  recordedAt: recorded(number),
  difference: { ...difference },
  corrects,
});

const told = (histories: readonly ItemHistory<Foldable>[], field: string) =>
  histories
    .find((history) => history.field === field)
    ?.values.map(({ from, until, value, entry: number, said }) => [from, until, value, number, said.number]);

describe('the history of a registered item', () => {
  const name = entry(1, '2026-01-01', { name: '甲', residence: '东城' });
  const moved = entry(2, '2026-03-01', { residence: '西城' });

  it('tells each value with its first and last day and the entry that set it', () => {
    const found = itemHistories([name, moved]);
    expect(told(found, 'name')).toEqual([['2026-01-01', null, '甲', 1, 1]]);
    expect(told(found, 'residence')).toEqual([
      ['2026-01-01', '2026-02-28', '东城', 1, 1],
      ['2026-03-01', null, '西城', 2, 2],
    ]);
  });

  it('tells a corrected value in the place of the wrong one, with the correction that says it', () => {
    const correction = entry(3, '2026-01-01', { name: '甲', residence: '朝阳' }, 1);
    expect(told(itemHistories([name, moved, correction]), 'residence')).toEqual([
      ['2026-01-01', '2026-02-28', '朝阳', 1, 3],
      ['2026-03-01', null, '西城', 2, 2],
    ]);
    expect(told(itemHistories([name, moved, correction], recorded(2)), 'residence')?.[0]).toEqual([
      '2026-01-01',
      '2026-02-28',
      '东城',
      1,
      1,
    ]);
  });

  it('has a gap where a value was taken away, and takes the last of several entries of a day', () => {
    const taken = entry(3, '2026-04-01', { residence: null });
    const twice = entry(4, '2026-04-01', { name: '乙' });
    const again = entry(5, '2026-04-01', { name: '丙' });
    const found = itemHistories([name, moved, taken, twice, again]);
    expect(told(found, 'residence')?.at(-1)).toEqual(['2026-03-01', '2026-03-31', '西城', 2, 2]);
    expect(told(found, 'name')).toEqual([
      ['2026-01-01', '2026-03-31', '甲', 1, 1],
      ['2026-04-01', null, '丙', 5, 5],
    ]);
  });

  it('tells an entry that came later about an earlier day where it belongs', () => {
    const late = entry(3, '2026-02-01', { residence: '南城' });
    expect(told(itemHistories([name, moved, late]), 'residence')).toEqual([
      ['2026-01-01', '2026-01-31', '东城', 1, 1],
      ['2026-02-01', '2026-02-28', '南城', 3, 3],
      ['2026-03-01', null, '西城', 2, 2],
    ]);
  });

  it('covers each day with just the value that the fold gives for it, whatever was recorded and by when', () => {
    fc.assert(
      fc.property(histories(), fc.option(fc.nat(9), { nil: undefined }), (entries, known) => {
        const knownAt = known === undefined ? undefined : recorded(known);
        const found = itemHistories(entries, knownAt);
        for (const day of ['2025-12-31', ...DAYS, '2026-12-31']) {
          const covering = found.flatMap(({ field, values }) =>
            values
              .filter(({ from, until }) => from <= day && (until === null || day <= until))
              .map(({ value }) => [field, value] as const),
          );
          expect(new Set(covering.map(([field]) => field)).size).toBe(covering.length);
          expect(Object.fromEntries(covering)).toEqual(fold(entries, { asOf: day, knownAt }) ?? {});
        }
      }),
      { numRuns: 500 },
    );
  });
});
