import { HttpProblem } from './problem.js';
import { isStorable, refuseUnstorable } from './storable-text.js';

function pointersOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof HttpProblem) return (error.extra.violations ?? []).map(({ pointer }) => pointer).sort();
    throw error;
  }
  return [];
}

describe('a text that cannot be kept', () => {
  it.each(['a\0', '\ud800', 'a\udc00b', '\udc00\ud800'])('is known: %j', (text) => {
    expect(isStorable(text)).toBe(false);
  });

  it.each(['', '枢纽', '𠮷野家', '😀'])('is not %j', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it('is found wherever it stands, in the names of fields too', () => {
    const body = { name: 'a\0', leaders: [{}, { 'b/c': ['\ud800'] }], 'k\0': 1 };
    expect(pointersOf(() => refuseUnstorable({ body, query: { q: '\0' }, params: {} }))).toEqual([
      '/k\0',
      '/leaders/1/b~1c/0',
      '/name',
      '/q',
    ]);
    expect(pointersOf(() => refuseUnstorable({ body: undefined, query: {}, params: { code: 'x\0' } }))).toEqual([
      '/code',
    ]);
  });

  it('does not hide in a depth that would exhaust the stack', () => {
    const body: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(pointersOf(() => refuseUnstorable({ body, query: {}, params: {} }))).toHaveLength(1);
  });

  it('does not hide in a list too long to be checked', () => {
    const body = { leaders: Array.from({ length: 1_001 }, () => ({})) };
    expect(pointersOf(() => refuseUnstorable({ body, query: {}, params: {} }))).toEqual(['/leaders']);
  });
});
