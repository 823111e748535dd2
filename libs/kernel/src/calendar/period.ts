import { addDays, daysBetween, isLegalDate, type LegalDate } from './legal-date.js';
import { closedAsOf, mergedPauses, type Pause, pauseOn } from './pause.js';
import { addWorkingDays, workingDayOnOrAfter, workingDaysBetween, yearStatus } from './working-days.js';

/**
 * A length of time that the law gives. `unit`: working days (工作日) where the text says so (all periods of
 * 《行政许可法》 by its 第八十二条), else natural days. `rolls`: a natural period whose last day is a day
 * off ends on the next working day (《民法典》第二百零三条, from memory); it is false for what binds the registrar,
 * who is held to the plain day. A working period ends on a working day by nature.
 */
export interface Period {
  readonly days: number;
  readonly unit: 'natural' | 'working';
  readonly rolls: boolean;
}

/**
 * The last day of a period. The day of receipt `start` is day 0, the next day is day 1 (《民法典》第二百零一条:
 * 开始的当日不计入, from memory); days of a pause never count (《行政许可法》第四十五条), and a period does not roll
 * onto one: it ends on the first working day on which the clock runs.
 *
 * While a pause is open there is no last day, unless the period had ended before it: undefined. With `asOf`
 * an open pause is taken to end with that day, which gives the earliest last day that is still possible.
 * @throws RangeError for a day that does not exist, a length that is no whole number of at least 1, or a
 * pause that ends before it begins.
 */
export function lastDay(start: LegalDate, period: Period): LegalDate;
export function lastDay(start: LegalDate, period: Period, pauses: readonly Pause[], asOf: LegalDate): LegalDate;
export function lastDay(
  start: LegalDate,
  period: Period,
  pauses?: readonly Pause[],
  asOf?: LegalDate,
): LegalDate | undefined;
export function lastDay(
  start: LegalDate,
  period: Period,
  pauses: readonly Pause[] = [],
  asOf?: LegalDate,
): LegalDate | undefined {
  checkPeriod(start, period);
  const stops = mergedPauses(asOf === undefined ? pauses : closedAsOf(pauses, asOf));
  const end = plainEnd(start, period, stops);
  return end !== undefined && period.unit === 'natural' && period.rolls ? rolled(end, stops) : end;
}

/**
 * Days of the period's unit that are left after `today`, up to and including the last day: 0 on the last day,
 * negative when overdue, the whole period before `start`. Paused days are not counted on either side. While a
 * pause is open it is what was left when the clock stopped.
 * @throws RangeError as {@link lastDay} does.
 */
export function remainingDays(
  today: LegalDate,
  start: LegalDate,
  period: Period,
  pauses: readonly Pause[] = [],
): number {
  assertDay(today);
  const stops = mergedPauses(pauses);
  const from = today < start ? start : today;
  const end = lastDay(start, period, stops);
  if (end === undefined) return period.days - running(start, from, period.unit, stops);
  return from <= end ? running(from, end, period.unit, stops) : -running(end, from, period.unit, stops);
}

/** True when a day from `start` to `end` lies in a year whose holidays are not published: the count may move. */
export function isProvisional(start: LegalDate, end: LegalDate): boolean {
  assertDay(start);
  assertDay(end);
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year++) {
    if (yearStatus(year) === 'PROVISIONAL') return true;
  }
  return false;
}

/** The day on which the count is full, before rolling; undefined when an open pause comes first. */
function plainEnd(start: LegalDate, period: Period, stops: readonly Pause[]): LegalDate | undefined {
  const forward = period.unit === 'working' ? addWorkingDays : addDays;
  let cursor = start;
  let left = period.days;
  let end = forward(cursor, left);
  for (const { from, to } of stops) {
    if (from > end) break;
    if (to !== undefined && to <= addDays(cursor, 1)) continue;
    if (to === undefined) return undefined;
    const before = addDays(from, -1);
    if (before > cursor) left -= between(cursor, before, period.unit);
    cursor = addDays(to, -1);
    end = forward(cursor, left);
  }
  return end;
}

/** The first working day from `end` on that no pause covers; undefined when an open pause covers it. */
function rolled(end: LegalDate, stops: readonly Pause[]): LegalDate | undefined {
  let day = workingDayOnOrAfter(end);
  for (let pause = pauseOn(day, stops); pause; pause = pauseOn(day, stops)) {
    if (pause.to === undefined) return undefined;
    day = workingDayOnOrAfter(pause.to);
  }
  return day;
}

function between(from: LegalDate, to: LegalDate, unit: Period['unit']): number {
  return unit === 'working' ? workingDaysBetween(from, to) : daysBetween(from, to);
}

/** Days of the unit after `from` up to and including `to` on which the clock runs; `from` <= `to`. */
function running(from: LegalDate, to: LegalDate, unit: Period['unit'], stops: readonly Pause[]): number {
  let days = between(from, to, unit);
  for (const pause of stops) {
    const before = addDays(pause.from, -1);
    const first = before > from ? before : from;
    const end = pause.to === undefined ? to : addDays(pause.to, -1);
    const last = end < to ? end : to;
    if (first < last) days -= between(first, last, unit);
  }
  return days;
}

function checkPeriod(start: LegalDate, period: Period): void {
  assertDay(start);
  if (!Number.isSafeInteger(period.days) || period.days < 1) {
    throw new RangeError(`a period has a whole number of days, at least 1: ${period.days}`);
  }
}

function assertDay(date: LegalDate): void {
  if (!isLegalDate(date)) throw new RangeError(`not a calendar day: ${date}`);
}
