import { calendarSource, COUNTING } from './day-source.js';
import { explain } from './explain.js';
import { addDays } from './legal-date.js';
import { yearStatus } from './working-days.js';

describe('where it stands what kind of day a day is', () => {
  it.each([
    ['the notice of its year', '2026-10-10', '国务院办公厅关于2026年部分节假日安排的通知'],
    ['the notice of its year, for a plain working day', '2026-03-02', '国务院办公厅关于2026年部分节假日安排的通知'],
    [
      'the notice of the year to come, for a New Year in December',
      '2018-12-29',
      '国务院办公厅关于2019年部分节假日安排的通知',
    ],
    ['the same, in 2022', '2022-12-31', '国务院办公厅关于2023年部分节假日安排的通知'],
    ['the notice that changed Labour Day 2019', '2019-05-02', '国务院办公厅关于调整2019年劳动节假期安排的通知'],
    ['the yearly notice, for what was not changed', '2019-06-07', '国务院办公厅关于2019年部分节假日安排的通知'],
    ['the notice that prolonged the Spring Festival of 2020', '2020-01-31', '国务院办公厅关于延长2020年春节假期的通知'],
    ['the yearly notice, for the days before', '2020-01-30', '国务院办公厅关于2020年部分节假日安排的通知'],
  ])('is %s', (_, date, document) => {
    expect(calendarSource(date)).toEqual({ document, address: expect.stringMatching(/^https:\/\/www\.gov\.cn\//) });
  });

  it('is the law itself for a holiday that it fixes by date, and nothing for other days, while no notice is out', () => {
    expect(calendarSource('2027-10-01')).toEqual({ document: '全国年节及纪念日放假办法', article: '第二条' });
    expect(calendarSource('2027-10-04')).toBeUndefined();
    expect(calendarSource('2015-06-01')).toBeUndefined();
  });

  it('is known for every day of every published year', () => {
    for (let date = '2016-01-01'; yearStatus(Number(date.slice(0, 4))) === 'PUBLISHED'; date = addDays(date, 1)) {
      expect(calendarSource(date)?.address).toBeDefined();
    }
  });
});

describe('a day of a count', () => {
  it('has the notice as its source where the calendar decides, the Civil Code where it does not, none where a pause does', () => {
    const pauses = [{ from: '2026-09-30', to: '2026-10-01' }];
    const working = explain('2026-09-29', { days: 1, unit: 'working', rolls: false }, pauses);
    const calendar = calendarSource('2026-10-01');
    expect(working.map(({ source }) => source)).toEqual([COUNTING, undefined, ...Array<unknown>(8).fill(calendar)]);
    const natural = explain('2026-09-30', { days: 1, unit: 'natural', rolls: false });
    expect(natural.map(({ source }) => source)).toEqual([COUNTING, COUNTING]);
    const rolling = explain('2026-09-30', { days: 1, unit: 'natural', rolls: true });
    expect(rolling.map(({ source }) => source)).toEqual([COUNTING, ...Array<unknown>(8).fill(calendar)]);
  });
});
