/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Compares correctly as text. */
export type LegalDate = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const ZERO = '0'.charCodeAt(0);
/** No month has fewer days. */
const SHORTEST = 28;
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that exists: 2026-02-29 does not, nor does any day of a year 0000. */
export function isLegalDate(text: string): text is LegalDate {
  if (!SHAPE.test(text) || text.startsWith('0000')) return false;
  const day = number(text, 8);
  const month = number(text, 5);
  if (month < 1 || month > MONTHS.length || day < 1) return false;
  return day <= MONTHS[month - 1] || (month === 2 && day === SHORTEST + 1 && isLeap(Number(text.slice(0, 4))));
}

/** The two digits that stand at a place. Counts check each day they meet, so no text is cut out for it. */
function number(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day `days` natural days after (before, when negative) `date`. */
export function addDays(date: LegalDate, days: number): LegalDate {
  // Most steps stay within the month: no need to go by way of an instant.
  const day = number(date, 8) + days;
  if (day >= 1 && day <= SHORTEST && Number.isInteger(day)) return date.slice(0, 8) + (day < 10 ? `0${day}` : `${day}`);
  return new Date(instantOf(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Natural days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY_MS);
}

/** A bare day is read as midnight UTC. */
function instantOf(date: LegalDate): number {
  return Date.parse(date);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(date: LegalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The day in Shanghai (UTC+8, no summer time since 1991) on which an instant falls. */
export function legalDateOf(instant: Date): LegalDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
