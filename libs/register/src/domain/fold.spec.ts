import fc from 'fast-check';
import { canonicalJson } from '@app/kernel';
import { differenceFrom, fold } from './fold.js';

type Foldable = Parameters<typeof fold>[0][number];

function entry(number: number, legalDate: string, difference: object, corrects: number | null = null): Foldable {
  const recordedAt = new Date(Date.UTC(2026, 0, number));
  return { number, legalDate, recordedAt, difference: { ...difference }, corrects };
}

describe('the fold', () => {
  const history = [
    entry(1, '2026-01-01', { name: '甲', residence: '东城' }),
    entry(2, '2026-03-01', { residence: '西城' }),
    entry(3, '2026-01-01', { name: '甲', residence: '朝阳' }, 1),
  ];

  it('shows what stood on a day', () => {
    expect(fold(history.slice(0, 2), { asOf: '2026-02-28' })).toEqual({ name: '甲', residence: '东城' });
    expect(fold(history.slice(0, 2), { asOf: '2026-03-01' })).toEqual({ name: '甲', residence: '西城' });
    expect(fold(history, { asOf: '2025-12-31' })).toBeUndefined();
  });

  it('shows what was believed before a correction and what is known after it', () => {
    const before = new Date(Date.UTC(2026, 0, 2));
    expect(fold(history, { asOf: '2026-02-01', knownAt: before })).toMatchObject({ residence: '东城' });
    expect(fold(history, { asOf: '2026-02-01' })).toMatchObject({ residence: '朝阳' });
  });

  it('lets a correction stand where the corrected entry stood, not at the end', () => {
    expect(fold(history, { asOf: '2026-12-31' })).toMatchObject({ residence: '西城' });
  });

  it('takes a field away that is set to null', () => {
    expect(fold([...history, entry(4, '2026-04-01', { residence: null })], { asOf: '2026-05-01' })).toEqual({
      name: '甲',
    });
  });

  it('equals a naive walk over random histories', () => {
    const histories = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        field: fc.constantFrom('a', 'b', 'c'),
        value: fc.integer(),
        target: fc.option(fc.nat(6)),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 28 }), fc.nat(9), (rows, asOfDay, known) => {
        const entries = rows.map(({ day, field, value, target }, index) =>
          entry(index + 1, dayOf(day), { [field]: value }, target !== null && target < index ? target + 1 : null),
        );
        const moment = { asOf: dayOf(asOfDay), knownAt: new Date(Date.UTC(2026, 0, known)) };
        expect(fold(entries, moment)).toEqual(naiveFold(entries, moment.asOf, moment.knownAt));
      }),
      { numRuns: 500 },
    );
  });

  it('finds only what differs', () => {
    expect(differenceFrom({ a: 1, b: { x: 1 } }, { a: 1, b: { x: 2 }, c: undefined })).toEqual({ b: { x: 2 } });
    expect(canonicalJson(differenceFrom(undefined, { a: null }))).toBe('{}');
  });
});

function dayOf(day: number): string {
  return `2026-01-${String(day).padStart(2, '0')}`;
}

/** Written from the definition alone: replay by legal day, then by the number of the place. */
function naiveFold(entries: readonly Foldable[], asOf: string, knownAt: Date): object | undefined {
  const known = entries.filter((candidate) => candidate.recordedAt.getTime() <= knownAt.getTime());
  const rootOf = (candidate: Foldable): number =>
    candidate.corrects === null
      ? candidate.number
      : rootOf(known.find((other) => other.number === candidate.corrects)!);
  let state: Record<string, unknown> | undefined;
  for (let day = 1; day <= 28; day += 1) {
    for (let place = 1; place <= entries.length; place += 1) {
      const last = known.filter((candidate) => rootOf(candidate) === place).at(-1);
      if (!last || last.legalDate !== dayOf(day) || last.legalDate > asOf) continue;
      state = { ...state, ...last.difference };
    }
  }
  return state;
}
