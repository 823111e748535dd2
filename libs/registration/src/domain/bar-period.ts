import type { LegalDate } from '@app/kernel';

/**
 * True while fewer than `years` have passed since `since` (未逾…年): the day itself is not counted, so the
 * anniversary is the last day of the bar. A day still to come has not begun to count: barred.
 */
export function withinYears(since: LegalDate | undefined, years: number, on: LegalDate): boolean {
  if (since === undefined) return false;
  const anniversary = `${String(Number(since.slice(0, 4)) + years).padStart(4, '0')}${since.slice(4)}`;
  return on <= lastExistingDay(anniversary);
}

/** 29 February has no anniversary in a common year: the period then ends with the month. */
function lastExistingDay(date: string): LegalDate {
  const year = Number(date.slice(0, 4));
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return date.endsWith('-02-29') && !leap ? `${date.slice(0, 8)}28` : date;
}
