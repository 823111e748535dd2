import fc from 'fast-check';
import { addDays } from '../calendar/legal-date.js';
import { maskResidentId, normalizeResidentId, residentIdCheck, residentIdDefects } from './resident-id.js';

/** Synthetic numbers: the place 000000 belongs to no division, so they are nobody's. */
const synthetic = (birth: string, order = '001'): string => {
  const id17 = `000000${birth.replaceAll('-', '')}${order}`;
  return id17 + residentIdCheck(id17);
};

describe('a citizen identity number (GB 11643-1999)', () => {
  it('is well formed with a day of birth that exists and the right check character', () => {
    expect(residentIdDefects(synthetic('1980-02-29'))).toEqual([]);
    expect(residentIdDefects(synthetic('2000-12-31', '999'))).toEqual([]);
  });

  it('may end in X, written small or full width', () => {
    const orders = Array.from({ length: 40 }, (_, order) => synthetic('1975-05-05', String(order).padStart(3, '0')));
    const ending = orders.find((id) => id.endsWith('X'))!;
    expect(residentIdDefects(ending.toLowerCase())).toEqual([]);
    expect(normalizeResidentId(` ${ending.slice(0, 6)} ${ending.slice(6, 14)}-${ending.slice(14, 17)}ｘ`)).toBe(ending);
  });

  it('has a DATE defect for a day that does not exist, and for a birth after the day of judging', () => {
    expect(residentIdDefects(synthetic('1981-02-29'))).toEqual(['DATE']);
    expect(residentIdDefects(synthetic('1981-13-01'))).toEqual(['DATE']);
    expect(residentIdDefects(synthetic('2026-11-02'), '2026-11-01')).toEqual(['DATE']);
    expect(residentIdDefects(synthetic('2026-11-01'), '2026-11-01')).toEqual([]);
  });

  it('has all its defects named at once', () => {
    expect(residentIdDefects('')).toEqual(['LENGTH']);
    expect(residentIdDefects('000000800229001')).toEqual(['LENGTH']);
    expect(residentIdDefects('00000A')).toEqual(['LENGTH', 'ALPHABET']);
    expect(residentIdDefects('0000001981022900I1')).toEqual(['ALPHABET', 'DATE']);
    const wrong = synthetic('1981-02-29');
    expect(residentIdDefects(wrong.slice(0, 17) + (wrong.endsWith('1') ? '2' : '1'))).toEqual(['DATE', 'CHECK']);
  });

  it('does not survive the change of one digit or a swap of neighbours', () => {
    const days = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1930-01-01', days));
    const orders = fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0'));
    fc.assert(
      fc.property(days, orders, fc.nat(16), fc.nat(9), (birth, order, at, digit) => {
        const id = synthetic(birth, order);
        expect(residentIdDefects(id)).toEqual([]);
        const changed = id.slice(0, at) + digit + id.slice(at + 1);
        if (changed !== id) expect(residentIdDefects(changed)).toContain('CHECK');
        const swapped = id.slice(0, at) + id[at + 1]! + id[at]! + id.slice(at + 2);
        if (swapped !== id) expect(residentIdDefects(swapped).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a masked identity number', () => {
  it('shows the first three characters and the last, never the day of birth', () => {
    const id = synthetic('1980-02-29');
    expect(maskResidentId(id)).toBe(`000**************${id[17]}`);
    expect(maskResidentId(id)).toHaveLength(18);
  });

  it('shows nothing of what is not a number of 18 characters', () => {
    expect(maskResidentId('000000800229001')).toBe('***************');
    expect(maskResidentId('')).toBe('');
  });
});
