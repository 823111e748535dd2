/** A notice of 国务院办公厅 on the holidays of a year, or one that changed it. */
export interface HolidayNotice {
  readonly title: string;
  readonly address: string;
  /** Of one that changed the yearly notice: the days that it fixed anew, MM-DD with a space between. */
  readonly fixes?: string;
}

/** One year of the calendar as the yearly notice of 国务院办公厅 fixes it. */
export interface HolidayYear {
  readonly year: number;
  /** True once the notice is out; false: only what the law itself fixes is known (see working-days.ts). */
  readonly published: boolean;
  /** The notice, and after it the one that changed it; none while it is not out. */
  readonly notices: readonly HolidayNotice[];
  /** Holiday -> its days off, MM-DD with a space between; weekends inside the holiday are listed too. */
  readonly off: Readonly<Record<string, string>>;
  /**
   * Holiday -> the Saturdays and Sundays worked to make up for it (调休), in the same form. 2020-02-03 is a
   * Monday: the notice names it as the first working day after the longer holiday.
   */
  readonly work: Readonly<Record<string, string>>;
}

const notice = (title: string, page: string, fixes?: string): HolidayNotice => ({
  title: `国务院办公厅关于${title}的通知`,
  address: `https://www.gov.cn/zhengce/zhengceku/${page}.htm`,
  ...(fixes === undefined ? {} : { fixes }),
});

const yearly = (year: number, page: string, ...changed: HolidayNotice[]): HolidayNotice[] => [
  notice(`${year}年部分节假日安排`, page),
  ...changed,
];

const CHANGED_2019 = notice(
  '调整2019年劳动节假期安排',
  '2019-03/22/content_5375877',
  '04-28 05-01 05-02 05-03 05-04 05-05',
);
const CHANGED_2020 = notice('延长2020年春节假期', '2020-01/27/content_5472352', '01-31 02-01 02-02 02-03');

/**
 * Days that differ from the plain week, 2016 to 2027. A day stands in the year it lies in, also when
 * the next year's notice fixed it (2018-12-29 to 12-31 and 2022-12-31). So the last days of the last
 * published year may still change; only the notice of the next year settles them.
 */
export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    year: 2016,
    published: true,
    notices: yearly(2016, '2015-12/10/content_10394'),
    off: {
      元旦: '01-01',
      春节: '02-07 02-08 02-09 02-10 02-11 02-12 02-13',
      清明节: '04-04',
      劳动节: '05-01 05-02',
      端午节: '06-09 06-10 06-11',
      中秋节: '09-15 09-16 09-17',
      国庆节: '10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    },
    work: { 春节: '02-06 02-14', 端午节: '06-12', 中秋节: '09-18', 国庆节: '10-08 10-09' },
  },
  {
    year: 2017,
    published: true,
    notices: yearly(2017, '2016-12/01/content_5141603'),
    off: {
      元旦: '01-01 01-02',
      春节: '01-27 01-28 01-29 01-30 01-31 02-01 02-02',
      清明节: '04-02 04-03 04-04',
      劳动节: '05-01',
      端午节: '05-28 05-29 05-30',
      '中秋节、国庆节': '10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
    },
    work: { 春节: '01-22 02-04', 清明节: '04-01', 端午节: '05-27', '中秋节、国庆节': '09-30' },
  },
  {
    year: 2018,
    published: true,
    notices: yearly(2018, '2017-11/30/content_5243579'),
    off: {
      元旦: '01-01 12-30 12-31',
      春节: '02-15 02-16 02-17 02-18 02-19 02-20 02-21',
      清明节: '04-05 04-06 04-07',
      劳动节: '04-29 04-30 05-01',
      端午节: '06-18',
      中秋节: '09-24',
      国庆节: '10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    },
    work: { 春节: '02-11 02-24', 清明节: '04-08', 劳动节: '04-28', 国庆节: '09-29 09-30', 元旦: '12-29' },
  },
  {
    year: 2019,
    published: true,
    notices: yearly(2019, '2018-12/06/content_5346276', CHANGED_2019),
    off: {
      元旦: '01-01',
      春节: '02-04 02-05 02-06 02-07 02-08 02-09 02-10',
      清明节: '04-05',
      劳动节: '05-01 05-02 05-03 05-04',
      端午节: '06-07',
      中秋节: '09-13',
      国庆节: '10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    },
    work: { 春节: '02-02 02-03', 劳动节: '04-28 05-05', 国庆节: '09-29 10-12' },
  },
  {
    year: 2020,
    published: true,
    notices: yearly(2020, '2019-11/21/content_5454164', CHANGED_2020),
    off: {
      元旦: '01-01',
      春节: '01-24 01-25 01-26 01-27 01-28 01-29 01-30 01-31 02-01 02-02',
      清明节: '04-04 04-05 04-06',
      劳动节: '05-01 05-02 05-03 05-04 05-05',
      端午节: '06-25 06-26 06-27',
      '国庆节、中秋节': '10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
    },
    work: { 春节: '01-19 02-03', 劳动节: '04-26 05-09', 端午节: '06-28', '国庆节、中秋节': '09-27 10-10' },
  },
  {
    year: 2021,
    published: true,
    notices: yearly(2021, '2020-11/25/content_5564127'),
    off: {
      元旦: '01-01 01-02 01-03',
      春节: '02-11 02-12 02-13 02-14 02-15 02-16 02-17',
      清明节: '04-03 04-04 04-05',
      劳动节: '05-01 05-02 05-03 05-04 05-05',
      端午节: '06-12 06-13 06-14',
      中秋节: '09-19 09-20 09-21',
      国庆节: '10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    },
    work: { 春节: '02-07 02-20', 劳动节: '04-25 05-08', 中秋节: '09-18', 国庆节: '09-26 10-09' },
  },
  {
    year: 2022,
    published: true,
    notices: yearly(2022, '2021-10/25/content_5644835'),
    off: {
      元旦: '01-01 01-02 01-03 12-31',
      春节: '01-31 02-01 02-02 02-03 02-04 02-05 02-06',
      清明节: '04-03 04-04 04-05',
      劳动节: '04-30 05-01 05-02 05-03 05-04',
      端午节: '06-03 06-04 06-05',
      中秋节: '09-10 09-11 09-12',
      国庆节: '10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    },
    work: { 春节: '01-29 01-30', 清明节: '04-02', 劳动节: '04-24 05-07', 国庆节: '10-08 10-09' },
  },
  {
    year: 2023,
    published: true,
    notices: yearly(2023, '2022-12/08/content_5730844'),
    off: {
      元旦: '01-01 01-02',
      春节: '01-21 01-22 01-23 01-24 01-25 01-26 01-27',
      清明节: '04-05',
      劳动节: '04-29 04-30 05-01 05-02 05-03',
      端午节: '06-22 06-23 06-24',
      '中秋节、国庆节': '09-29 09-30 10-01 10-02 10-03 10-04 10-05 10-06',
    },
    work: { 春节: '01-28 01-29', 劳动节: '04-23 05-06', 端午节: '06-25', '中秋节、国庆节': '10-07 10-08' },
  },
  {
    year: 2024,
    published: true,
    notices: yearly(2024, '202310/content_6911528'),
    off: {
      元旦: '01-01',
      春节: '02-10 02-11 02-12 02-13 02-14 02-15 02-16 02-17',
      清明节: '04-04 04-05 04-06',
      劳动节: '05-01 05-02 05-03 05-04 05-05',
      端午节: '06-10',
      中秋节: '09-15 09-16 09-17',
      国庆节: '10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    },
    work: { 春节: '02-04 02-18', 清明节: '04-07', 劳动节: '04-28 05-11', 中秋节: '09-14', 国庆节: '09-29 10-12' },
  },
  {
    year: 2025,
    published: true,
    notices: yearly(2025, '202411/content_6986383'),
    off: {
      元旦: '01-01',
      春节: '01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04',
      清明节: '04-04 04-05 04-06',
      劳动节: '05-01 05-02 05-03 05-04 05-05',
      端午节: '05-31 06-01 06-02',
      '国庆节、中秋节': '10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08',
    },
    work: { 春节: '01-26 02-08', 劳动节: '04-27', '国庆节、中秋节': '09-28 10-11' },
  },
  {
    year: 2026,
    published: true,
    notices: yearly(2026, '202511/content_7047091'),
    off: {
      元旦: '01-01 01-02 01-03',
      春节: '02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23',
      清明节: '04-04 04-05 04-06',
      劳动节: '05-01 05-02 05-03 05-04 05-05',
      端午节: '06-19 06-20 06-21',
      中秋节: '09-25 09-26 09-27',
      国庆节: '10-01 10-02 10-03 10-04 10-05 10-06 10-07',
    },
    work: { 元旦: '01-04', 春节: '02-14 02-28', 劳动节: '05-09', 国庆节: '09-20 10-10' },
  },
  { year: 2027, published: false, notices: [], off: {}, work: {} },
];
