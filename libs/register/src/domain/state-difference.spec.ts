import fc from 'fast-check';
import { DAYS, histories, recorded } from '../testing/histories.js';
import { fold } from './fold.js';
import { stateDifference } from './state-difference.js';

describe('the difference between two states', () => {
  it('names each field that changed, came or went, with what it said before and after', () => {
    const before = { name: '甲', residence: '东城', leaders: [{ person: '1', post: '会长' }] };
    const after = { name: '甲', leaders: [{ post: '会长', person: '2' }], funds: 30_000 };
    expect(stateDifference(before, after)).toEqual([
      { field: 'residence', before: '东城', after: null },
      { field: 'leaders', before: before.leaders, after: after.leaders },
      { field: 'funds', before: null, after: 30_000 },
    ]);
  });

  it('is nothing where only the order of writing differs', () => {
    expect(stateDifference({ a: { x: 1, y: 2 }, b: 1 }, { b: 1, a: { y: 2, x: 1 } })).toEqual([]);
  });

  it('leads from the one state to the other, and back with the sides changed', () => {
    const days = fc.constantFrom(...DAYS);
    fc.assert(
      fc.property(histories(), days, days, fc.nat(9), (entries, from, to, known) => {
        const before = fold(entries, { asOf: from, knownAt: recorded(known) }) ?? {};
        const after = fold(entries, { asOf: to }) ?? {};
        const found = stateDifference(before, after);
        const led = { ...before, ...Object.fromEntries(found.map((one) => [one.field, one.after])) };
        expect(Object.fromEntries(Object.entries(led).filter(([, value]) => value !== null))).toEqual(after);
        const back = stateDifference(after, before).map((one) => [one.field, one.after, one.before]);
        expect(new Set(back.map(String))).toEqual(
          new Set(found.map((one) => String([one.field, one.before, one.after]))),
        );
      }),
      { numRuns: 300 },
    );
  });
});
