import { addDays } from '@app/kernel';

const LAST_DAY = 2_958_465;
/** Spreadsheets believe, for the sake of the oldest of them, that 1900-02-29 was a day, and count it as this one. */
const NO_DAY = 60;
const DAYS_1904 = 1_462;

/**
 * The day that a spreadsheet stores as a number, the time of day left out; undefined for what is no day.
 * @param from1904 the workbook counts from 1904-01-01 as day 0
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const day = Math.floor(serial);
  if (!(day >= (from1904 ? 0 : 1) && day <= LAST_DAY - (from1904 ? DAYS_1904 : 0))) return undefined;
  if (from1904) return addDays('1904-01-01', day);
  if (day === NO_DAY) return undefined;
  return addDays(day < NO_DAY ? '1899-12-31' : '1899-12-30', day);
}
