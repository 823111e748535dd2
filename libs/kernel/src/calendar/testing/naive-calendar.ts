import { HOLIDAY_YEARS } from '../holidays.table.js';

/**
 * A second calendar, for tests only: plain loops over days as UTC instants, written without looking at
 * working-days.ts or period.ts and sharing nothing with them but the table of the notices.
 */
export type NaivePause = { from: string; to?: string };

const off = new Set<string>();
const worked = new Set<string>();
const yearsOut = new Set<number>();
for (const row of HOLIDAY_YEARS) {
  if (row.published) yearsOut.add(row.year);
  for (const list of Object.values(row.off)) list.split(' ').forEach((md) => off.add(`${row.year}-${md}`));
  for (const list of Object.values(row.work)) list.split(' ').forEach((md) => worked.add(`${row.year}-${md}`));
}

const iso = (instant: Date): string => instant.toISOString().slice(0, 10);

const following = new Map<string, string>();

export function tomorrow(date: string): string {
  let next = following.get(date);
  if (!next) {
    const instant = new Date(date);
    instant.setUTCDate(instant.getUTCDate() + 1);
    following.set(date, (next = iso(instant)));
  }
  return next;
}

const answers = new Map<string, boolean>();

export function naiveIsWorkingDay(date: string): boolean {
  const known = answers.get(date) ?? isWorked(date);
  answers.set(date, known);
  return known;
}

function isWorked(date: string): boolean {
  if (off.has(date)) return false;
  if (worked.has(date)) return true;
  const instant = new Date(date);
  if (!yearsOut.has(instant.getUTCFullYear())) {
    const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03'];
    if (instant.getUTCFullYear() >= 2025) fixed.push('05-02');
    if (fixed.includes(date.slice(5))) return false;
  }
  return instant.getUTCDay() !== 0 && instant.getUTCDay() !== 6;
}

const isPaused = (date: string, pauses: readonly NaivePause[]): boolean =>
  pauses.some((pause) => date >= pause.from && (!pause.to || date < pause.to));

/** Every last day of the periods of 1, 2, … `longest` days; undefined where an open pause keeps it away. */
export function naiveLastDays(
  start: string,
  longest: number,
  unit: 'natural' | 'working',
  rolls: boolean,
  pauses: readonly NaivePause[] = [],
): (string | undefined)[] {
  const opened = pauses.filter((pause) => !pause.to).map((pause) => pause.from);
  const never = (date: string): boolean => opened.some((from) => date >= from);
  const ends: (string | undefined)[] = [];
  let date = start;
  while (ends.length < longest) {
    date = tomorrow(date);
    if (never(date)) return [...ends, ...Array<undefined>(longest - ends.length).fill(undefined)];
    if (isPaused(date, pauses)) continue;
    if (unit === 'working' && !naiveIsWorkingDay(date)) continue;
    let end = date;
    if (unit === 'natural' && rolls) {
      const isFree = (): boolean => !naiveIsWorkingDay(end);
      if (isFree()) while (!never(end) && (isFree() || isPaused(end, pauses))) end = tomorrow(end);
    }
    ends.push(never(end) ? undefined : end);
  }
  return ends;
}

/** Days of the unit after `from` up to and including `to` that no pause covers. */
export function naiveRunning(
  from: string,
  to: string,
  unit: 'natural' | 'working',
  pauses: readonly NaivePause[] = [],
): number {
  let days = 0;
  for (let date = from; date < to;) {
    date = tomorrow(date);
    if (!isPaused(date, pauses) && (unit === 'natural' || naiveIsWorkingDay(date))) days++;
  }
  return days;
}
