import fc from 'fast-check';
import { addDays } from './legal-date.js';
import { isProvisional, lastDay, type Period, remainingDays } from './period.js';
import { naiveLastDays, naiveRunning } from './testing/naive-calendar.js';

const natural = (days: number, rolls = false): Period => ({ days, unit: 'natural', rolls });
const working = (days: number): Period => ({ days, unit: 'working', rolls: false });

describe('the last day of a period', () => {
  it('takes the day of receipt as day 0: 5 working days from Monday end next Monday', () => {
    expect(lastDay('2026-03-02', working(5))).toBe('2026-03-09');
  });

  it('counts 20 working days over National Day 2026 without its week, with Saturday 10-10', () => {
    expect(lastDay('2026-09-21', working(20))).toBe('2026-10-26');
    expect(lastDay('2026-09-30', working(3))).toBe('2026-10-10');
  });

  it('holds the registrar to the plain 60th day, a day off or not', () => {
    expect(lastDay('2026-08-03', natural(60))).toBe('2026-10-02');
  });

  it('rolls what binds an applicant to the first working day after the holiday (民法典第二百零三条)', () => {
    expect(lastDay('2026-08-03', natural(60, true))).toBe('2026-10-08');
    expect(lastDay('2016-01-07', natural(30, true))).toBe('2016-02-06');
  });

  it('agrees with the day-by-day count also from starts in 2027, whose notice is not out', () => {
    for (let start = '2027-01-01'; start <= '2027-12-31'; start = addDays(start, 1)) {
      for (const rolls of [false, true]) {
        const found = Array.from({ length: 30 }, (_, index) =>
          lastDay(start, { days: index + 1, unit: 'natural', rolls }),
        );
        expect(found).toEqual(naiveLastDays(start, 30, 'natural', rolls));
      }
      const found = Array.from({ length: 30 }, (_, index) => lastDay(start, working(index + 1)));
      expect(found).toEqual(naiveLastDays(start, 30, 'working', false));
    }
  });

  it('refuses a length of 0 or a half, a start that does not exist, a pause that ends before it begins', () => {
    expect(() => lastDay('2026-03-02', working(0))).toThrow(RangeError);
    expect(() => lastDay('2026-03-02', natural(1.5))).toThrow(RangeError);
    expect(() => lastDay('2026-02-30', natural(1))).toThrow(RangeError);
    expect(() => lastDay('2026-03-02', natural(1), [{ from: '2026-03-05', to: '2026-03-04' }])).toThrow(RangeError);
  });
});

describe('a pause (行政许可法第四十五条)', () => {
  const hearing = { from: '2026-03-04', to: '2026-03-11' };

  it('leaves out the days of a hearing', () => {
    expect(lastDay('2026-03-02', working(5), [hearing])).toBe('2026-03-16');
    expect(lastDay('2026-03-02', natural(5), [hearing])).toBe('2026-03-14');
  });

  it('does not move a period that had ended before the pause', () => {
    expect(lastDay('2026-03-02', natural(1), [hearing])).toBe('2026-03-03');
    expect(lastDay('2026-03-02', natural(1), [{ from: '2026-03-04' }])).toBe('2026-03-03');
  });

  it('gives no last day while the pause is open, and the earliest one as of a day', () => {
    const open = [{ from: '2026-03-04' }];
    expect(lastDay('2026-03-02', working(5), open)).toBeUndefined();
    expect(lastDay('2026-03-02', working(5), open, '2026-03-10')).toBe('2026-03-16');
    expect(lastDay('2026-03-02', working(5), open, '2026-03-03')).toBe('2026-03-09');
  });

  it('does not let a period roll onto a paused day', () => {
    const pause = [{ from: '2026-03-09', to: '2026-03-12' }];
    expect(lastDay('2026-03-01', natural(7, true), pause)).toBe('2026-03-12');
    expect(lastDay('2026-03-01', natural(7, true), [{ from: '2026-03-09' }])).toBeUndefined();
  });

  const pauses = fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 140 }), fc.integer({ min: 0, max: 25 }), fc.boolean())
      .map(([offset, length, open]) => ({ offset, length, open: open && length > 22 })),
    { maxLength: 4 },
  );
  const starts = fc.integer({ min: 0, max: 4382 }).map((days) => addDays('2016-01-01', days));

  it('agrees with the day-by-day count for any pauses, overlapping, touching, empty or open', () => {
    fc.assert(
      fc.property(starts, pauses, fc.constantFrom('natural', 'working'), fc.boolean(), (start, drawn, unit, rolls) => {
        const stops = drawn.map(({ offset, length, open }) => {
          const from = addDays(start, offset);
          return open ? { from } : { from, to: addDays(from, length) };
        });
        const found = Array.from({ length: 60 }, (_, index) => lastDay(start, { days: index + 1, unit, rolls }, stops));
        expect(found).toEqual(naiveLastDays(start, 60, unit, rolls, stops));
      }),
      { numRuns: 400 },
    );
  });

  it('leaves as many days as the day-by-day count finds, before, at and after the last day', () => {
    fc.assert(
      fc.property(
        starts,
        pauses,
        fc.constantFrom('natural', 'working'),
        fc.boolean(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -5, max: 160 }),
        (start, drawn, unit, rolls, days, later) => {
          const stops = drawn.map(({ offset, length }) => {
            const from = addDays(start, offset);
            return { from, to: addDays(from, length) };
          });
          const today = addDays(start, later);
          const from = today < start ? start : today;
          const end = naiveLastDays(start, days, unit, rolls, stops).at(-1)!;
          const left = from <= end ? naiveRunning(from, end, unit, stops) : -naiveRunning(end, from, unit, stops);
          expect(remainingDays(today, start, { days, unit, rolls }, stops) - left).toBe(0);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('what is left of a period', () => {
  it('is the whole period on the day of receipt, 0 on the last day, negative when overdue', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-08', '2026-03-09', '2026-03-10'];
    expect(days.map((today) => remainingDays(today, '2026-03-02', working(5)))).toEqual([5, 5, 1, 1, 0, -1]);
  });

  it('stands still while a pause is open', () => {
    const open = [{ from: '2026-03-04' }];
    expect(remainingDays('2026-03-03', '2026-03-02', working(5), open)).toBe(4);
    expect(remainingDays('2026-05-20', '2026-03-02', working(5), open)).toBe(4);
  });

  it('counts the days of rolling as left: overdue begins after the day it rolled to', () => {
    const days = ['2026-10-01', '2026-10-02', '2026-10-08', '2026-10-09'];
    expect(days.map((today) => remainingDays(today, '2026-08-03', natural(60, true)))).toEqual([7, 6, 0, -1]);
  });
});

describe('a provisional count', () => {
  it('is one that touches a year without a notice', () => {
    expect(isProvisional('2026-11-20', '2026-12-31')).toBe(false);
    expect(isProvisional('2026-12-20', '2027-01-04')).toBe(true);
    expect(isProvisional('2015-12-31', '2016-03-01')).toBe(true);
    expect(isProvisional('2016-01-01', '2026-12-31')).toBe(false);
  });
});
