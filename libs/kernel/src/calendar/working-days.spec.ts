import { HOLIDAY_YEARS } from './holidays.table.js';
import { addDays, isLegalDate, weekday } from './legal-date.js';
import { naiveIsWorkingDay, naiveRunning, tomorrow } from './testing/naive-calendar.js';
import {
  addWorkingDays,
  dayKind,
  isWorkingDay,
  nextWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
  yearStatus,
} from './working-days.js';

describe('working days of the PRC', () => {
  it('counts 2016-02-06, a Saturday, as a working day (2016年春节调休)', () => {
    expect(weekday('2016-02-06')).toBe(6);
    expect(isWorkingDay('2016-02-06')).toBe(true);
    expect(dayKind('2016-02-06')).toEqual({
      kind: 'MAKE_UP_WORKING_DAY',
      name: { zh: '春节', en: 'Spring Festival' },
    });
  });

  it('gives the week of National Day 2026 off, and works 2026-09-20 and 2026-10-10 for it', () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`);
    expect(week.some(isWorkingDay)).toBe(false);
    expect(['2026-09-20', '2026-09-30', '2026-10-08', '2026-10-10'].every(isWorkingDay)).toBe(true);
    expect(nextWorkingDay('2026-09-30')).toBe('2026-10-08');
  });

  it('takes 2018-12-29 as worked and 2018-12-31 as off, fixed only by the notice for 2019', () => {
    expect(isWorkingDay('2018-12-29')).toBe(true);
    expect(isWorkingDay('2018-12-31')).toBe(false);
  });

  it('keeps the Spring Festival of 2020 as it was prolonged: 2020-01-31 off, work again on 2020-02-03', () => {
    expect(isWorkingDay('2020-01-31')).toBe(false);
    expect(nextWorkingDay('2020-01-23')).toBe('2020-02-03');
    expect(dayKind('2020-02-03')).toEqual({ kind: 'WORKING_DAY' });
  });

  it('names both holidays where they fall together (2025年国庆节、中秋节)', () => {
    expect(dayKind('2025-10-06').name).toEqual({ zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' });
  });

  it.each([
    [2016, 250],
    [2017, 249],
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has in %i the number of working days that the loop counts: %i', (year, days) => {
    expect(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(days);
    expect(naiveRunning(`${year - 1}-12-31`, `${year}-12-31`, 'working')).toBe(days);
  });
});

describe('years without a notice', () => {
  it('calls 2016 to 2026 published, 2015 and 2027 and the years beyond provisional', () => {
    const years = Array.from({ length: 11 }, (_, index) => 2016 + index);
    expect(years.every((year) => yearStatus(year) === 'PUBLISHED')).toBe(true);
    expect([1998, 2015, 2027, 2028, 2050].every((year) => yearStatus(year) === 'PROVISIONAL')).toBe(true);
  });

  it('gives off what the law fixes by date before the notice of 2027 is out, and no more', () => {
    const fixed = ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'];
    expect(fixed.map((date) => dayKind(date).kind)).toEqual(fixed.map(() => 'HOLIDAY'));
    expect(isWorkingDay('2027-02-08')).toBe(true);
  });

  it('knows no second day of Labour Day before 2025', () => {
    expect(isWorkingDay('2014-05-02')).toBe(true);
    expect(dayKind('2015-05-02').kind).toBe('WEEKEND');
    expect(isWorkingDay('2028-05-02')).toBe(false);
  });
});

describe('the table of the notices', () => {
  it('lists only days that exist, none both off and worked', () => {
    const listed = HOLIDAY_YEARS.flatMap(({ year, off, work }) =>
      [off, work].flatMap((part) =>
        Object.values(part).flatMap((days) => days.split(' ').map((day) => `${year}-${day}`)),
      ),
    );
    expect(listed.every(isLegalDate)).toBe(true);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBe(374);
  });
});

describe('counting in working days', () => {
  const days: string[] = [];
  for (let date = '2015-12-01'; date <= '2028-02-01'; date = tomorrow(date)) days.push(date);

  it('agrees with the day-by-day calendar on each of the 4,446 days around 2016 to 2027', () => {
    expect(days.length).toBe(4446);
    expect(days.filter((date) => isWorkingDay(date) !== naiveIsWorkingDay(date))).toEqual([]);
  });

  it('steps forward and back over every working day by ones, and on or after finds it', () => {
    const working = days.filter(naiveIsWorkingDay);
    const wrong = working.slice(1, -1).filter((date, index) => {
      const next = working[index + 2]!;
      const between = addDays(date, 1);
      return (
        nextWorkingDay(date) !== next ||
        addWorkingDays(next, -1) !== date ||
        workingDayOnOrAfter(date) !== date ||
        workingDayOnOrAfter(between) !== next ||
        addWorkingDays(addDays(next, -1), -1) !== (addDays(next, -1) === date ? working[index] : date)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('counts over years as adding does, and backwards with the sign turned', () => {
    for (const [from, n] of [
      ['2016-01-01', 2750],
      ['2019-12-31', 1],
      ['2026-12-31', 300],
    ] as const) {
      const to = addWorkingDays(from, n);
      expect(workingDaysBetween(from, to)).toBe(n);
      expect(workingDaysBetween(to, from)).toBe(-n);
      expect(naiveRunning(from, to, 'working')).toBe(n);
    }
    expect(workingDaysBetween('2026-10-03', '2026-10-03')).toBe(0);
    expect(addWorkingDays('2026-10-03', 0)).toBe('2026-10-03');
  });

  it('refuses a day that does not exist and half a day', () => {
    expect(() => isWorkingDay('2026-02-29')).toThrow(RangeError);
    expect(() => addWorkingDays('2026-02-28', 1.5)).toThrow(RangeError);
    expect(() => workingDaysBetween('2026-02-28', '2026-2-30')).toThrow(RangeError);
  });
});
