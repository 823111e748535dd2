import type { Bilingual } from '../law/violation.js';
import { HOLIDAY_YEARS } from './holidays.table.js';
import { addDays, daysBetween, isLegalDate, type LegalDate, weekday } from './legal-date.js';

export type YearStatus = 'PUBLISHED' | 'PROVISIONAL';

/** What a day is in the calendar of the PRC; `name` is the holiday it belongs to or makes up for. */
export interface DayKind {
  readonly kind: 'WORKING_DAY' | 'MAKE_UP_WORKING_DAY' | 'WEEKEND' | 'HOLIDAY';
  readonly name?: Bilingual;
}

const ENGLISH: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

const published = new Set<number>();
const holidayOn = new Map<LegalDate, string>();
const makeUpOn = new Map<LegalDate, string>();
for (const { year, published: isOut, off, work } of HOLIDAY_YEARS) {
  if (isOut) published.add(year);
  for (const [name, days] of Object.entries(off))
    for (const day of days.split(' ')) holidayOn.set(`${year}-${day}`, name);
  for (const [name, days] of Object.entries(work))
    for (const day of days.split(' ')) makeUpOn.set(`${year}-${day}`, name);
}

/**
 * The days off that the law itself fixes by date, known before any notice: 元旦 01-01, 劳动节 05-01 and
 * (since 2025) 05-02, 国庆节 10-01 to 10-03. 《全国年节及纪念日放假办法》第二条, as changed with effect from
 * 2025-01-01 (from memory, not checked). The festivals of the lunar calendar, 清明节, the days given for a
 * holiday that falls on a weekend (补假) and the make-up days (调休) come only with the notice.
 */
function fixedHoliday(date: LegalDate): string | undefined {
  const day = date.slice(5);
  if (day === '01-01') return '元旦';
  if (day === '05-01' || (day === '05-02' && date >= '2025')) return '劳动节';
  return day === '10-01' || day === '10-02' || day === '10-03' ? '国庆节' : undefined;
}

function yearOf(date: LegalDate): number {
  if (!isLegalDate(date)) throw new RangeError(`not a calendar day: ${date}`);
  return Number(date.slice(0, 4));
}

/**
 * PUBLISHED when the yearly notice of 国务院办公厅 for `year` is in the table (2016 to 2026). Every other year,
 * before and after, is PROVISIONAL: it is counted by the plain week (Saturday and Sunday off) and the
 * holidays that the law fixes by date, so a period that touches it may still move by some days.
 */
export function yearStatus(year: number): YearStatus {
  return published.has(year) ? 'PUBLISHED' : 'PROVISIONAL';
}

/**
 * What `date` is, with the name of the holiday where there is one.
 * @throws RangeError when there is no such day.
 */
export function dayKind(date: LegalDate): DayKind {
  const holiday = holidayOn.get(date) ?? (published.has(yearOf(date)) ? undefined : fixedHoliday(date));
  if (holiday) return { kind: 'HOLIDAY', name: named(holiday) };
  if (weekday(date) % 6 !== 0) return { kind: 'WORKING_DAY' };
  const makeUp = makeUpOn.get(date);
  return makeUp ? { kind: 'MAKE_UP_WORKING_DAY', name: named(makeUp) } : { kind: 'WEEKEND' };
}

function named(zh: string): Bilingual {
  const names = zh.split('、').map((name) => ENGLISH[name] ?? name);
  return { zh, en: names.join(' and ') };
}

/** One year counted through: ordinals of days (1 January is 0) and of working days (the first is 1). */
interface YearTable {
  /** upTo[d] = working days among the first d days of the year. */
  readonly upTo: Uint16Array;
  /** The working days in order, as day ordinals. */
  readonly working: readonly number[];
}

const tables = new Map<number, YearTable>();

function tableOf(year: number): YearTable {
  const known = tables.get(year);
  if (known) return known;
  if (year < 1 || year > 9998) throw new RangeError(`the calendar ends before the year ${year}`);
  const first = firstOf(year);
  const length = daysBetween(first, firstOf(year + 1));
  const upTo = new Uint16Array(length + 1);
  const working: number[] = [];
  for (let day = 0; day < length; day++) {
    const { kind } = dayKind(addDays(first, day));
    if (kind === 'WORKING_DAY' || kind === 'MAKE_UP_WORKING_DAY') working.push(day);
    upTo[day + 1] = working.length;
  }
  const table = { upTo, working };
  tables.set(year, table);
  return table;
}

function firstOf(year: number): LegalDate {
  return `${String(year).padStart(4, '0')}-01-01`;
}

/** Working days of the year of `date` up to and including `date`. */
function ordinal(date: LegalDate, year: number): number {
  return tableOf(year).upTo[daysBetween(firstOf(year), date) + 1]!;
}

/**
 * True when `date` is worked: Monday to Friday unless a holiday, and the Saturdays and Sundays worked in
 * exchange (调休). In a provisional year the answer is the best known, see {@link yearStatus}.
 * @throws RangeError when there is no such day.
 */
export function isWorkingDay(date: LegalDate): boolean {
  const { upTo } = tableOf(yearOf(date));
  const day = daysBetween(`${date.slice(0, 4)}-01-01`, date);
  return upTo[day + 1]! > upTo[day]!;
}

/** The first working day after `date` (never `date` itself). */
export function nextWorkingDay(date: LegalDate): LegalDate {
  return addWorkingDays(date, 1);
}

/** `date` when it is a working day, else the next one: where a period rolls to. */
export function workingDayOnOrAfter(date: LegalDate): LegalDate {
  return isWorkingDay(date) ? date : addWorkingDays(date, 1);
}

/**
 * The `n`-th working day after `date`, which is day 0 and need not be a working day; the |n|-th before it
 * when `n` is negative; `date` itself when `n` is 0.
 * @throws RangeError when `n` is no whole number, there is no such day, or the result leaves years 1 to 9998.
 */
export function addWorkingDays(date: LegalDate, n: number): LegalDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
  let year = yearOf(date);
  if (n === 0) return date;
  // The place of the wanted day among the working days of `year`; before 1 or past the last: another year.
  let place = n > 0 ? ordinal(date, year) + n : ordinal(date, year) - (isWorkingDay(date) ? 1 : 0) + n + 1;
  while (place < 1) place += tableOf(--year).working.length;
  while (place > tableOf(year).working.length) place -= tableOf(year++).working.length;
  return addDays(firstOf(year), tableOf(year).working[place - 1]!);
}

/**
 * Working days after `from` up to and including `to`: 0 when the days are equal, negative when `to` lies
 * before `from` (as many as lie after `to` up to and including `from`).
 * @throws RangeError when one of the days does not exist.
 */
export function workingDaysBetween(from: LegalDate, to: LegalDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  const last = yearOf(to);
  let count = -ordinal(from, yearOf(from)) + ordinal(to, last);
  for (let year = yearOf(from); year < last; year++) count += tableOf(year).working.length;
  return count;
}
