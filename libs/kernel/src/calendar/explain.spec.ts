import fc from 'fast-check';
import { explain } from './explain.js';
import { addDays } from './legal-date.js';
import { lastDay, type Period } from './period.js';

describe('a period explained day by day', () => {
  it('names the holiday, the make-up day and the last day (2026年国庆节)', () => {
    const days = explain('2026-09-30', { days: 3, unit: 'working', rolls: false });
    expect(days.map(({ date, number, why }) => [date, number, why.zh])).toEqual([
      ['2026-09-30', 0, '收到之日，不计入'],
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => [`2026-10-0${day}`, undefined, '国庆节放假']),
      ['2026-10-08', 1, '工作日'],
      ['2026-10-09', 2, '工作日'],
      ['2026-10-10', 3, '国庆节调休上班，届满日'],
    ]);
    expect(days.some((day) => day.provisional)).toBe(false);
  });

  it('shows the day on which a natural period is full, and the day it rolls to', () => {
    const days = explain('2026-03-05', { days: 2, unit: 'natural', rolls: true });
    expect(days.map(({ date, counts, number, why }) => [date, counts, number, why.zh])).toEqual([
      ['2026-03-05', false, 0, '收到之日，不计入'],
      ['2026-03-06', true, 1, '自然日'],
      ['2026-03-07', true, 2, '届满日遇周末，顺延'],
      ['2026-03-08', false, undefined, '顺延：周末'],
      ['2026-03-09', false, undefined, '顺延至工作日，届满日'],
    ]);
  });

  it('shows paused days as not counted, and ends with the first day of an open pause', () => {
    const closed = explain('2026-03-02', { days: 2, unit: 'working', rolls: false }, [
      { from: '2026-03-03', to: '2026-03-04' },
    ]);
    expect(closed.map((day) => day.counts)).toEqual([false, false, true, true]);
    expect(closed[1]?.why.en).toBe('paused from 2026-03-03, counts again from 2026-03-04');
    const touching = explain('2026-03-02', { days: 2, unit: 'working', rolls: false }, [
      { from: '2026-03-04', to: '2026-03-05' },
      { from: '2026-03-03', to: '2026-03-04' },
    ]);
    expect(touching[1]?.why.zh).toBe('中止（2026-03-03起，2026-03-05恢复计算）');
    const open = explain('2026-03-02', { days: 2, unit: 'working', rolls: false }, [{ from: '2026-03-04' }]);
    expect(open.map((day) => day.date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
    expect(open.at(-1)?.why.en).toBe('paused from 2026-03-04, not resumed yet');
  });

  it('marks the days of 2027 as provisional: no notice is out', () => {
    const days = explain('2026-12-30', { days: 3, unit: 'working', rolls: false });
    expect(days.filter((day) => day.provisional).map((day) => day.date)).toEqual([
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
    ]);
  });

  it('numbers exactly the days of the period without a gap and ends on its last day', () => {
    const periods = fc.record<Period>({
      days: fc.integer({ min: 1, max: 60 }),
      unit: fc.constantFrom('natural', 'working'),
      rolls: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4382 }), periods, fc.nat(80), fc.nat(30), (at, period, offset, length) => {
        const start = addDays('2016-01-01', at);
        const from = addDays(start, offset);
        const pauses = [{ from, to: addDays(from, length) }];
        const days = explain(start, period, pauses);
        expect(days.at(-1)?.date).toBe(lastDay(start, period, pauses));
        const numbers = days.filter((day) => day.counts).map((day) => day.number);
        expect(numbers).toEqual(Array.from({ length: period.days }, (_, index) => index + 1));
      }),
      { numRuns: 300 },
    );
  });
});
