import type { RawCell } from '../raw-row.js';
import type { CellReading } from './cell-reading.js';
import { dayOfText } from './date-text.js';
import { halfWidth } from './half-width.js';
import { storedNumber } from './plain-number.js';
import { dayOfSerial } from './serial-date.js';

/** From 1954 to 2119: a bare number in a column of dates means a day of our time, if any. */
const BARE_FROM = 20_000;
const BARE_TO = 80_000;

/** A cell of a column of dates as YYYY-MM-DD. */
export function readDate(cell: RawCell, from1904: boolean): CellReading {
  const text = cell.text.trim();
  const day = cell.kind === 'NUMBER' ? storedDay(cell, from1904) : undefined;
  if (day !== undefined) return { value: day, changes: ['DATE_SERIAL'] };
  // 20260102 may have been typed as a number.
  const written = dayOfText(cell.kind === 'NUMBER' ? storedNumber(text) : halfWidth(text));
  if (written === undefined) return { value: text, changes: [] };
  return { value: written, changes: written === text ? [] : ['DATE_TEXT'] };
}

/** The day of a number that is shown as a date, or that can hardly be anything else. */
function storedDay({ text, dated }: RawCell, from1904: boolean): string | undefined {
  const serial = Number(text);
  const bare = Number.isInteger(serial) && serial >= BARE_FROM && serial <= BARE_TO;
  return dated || bare ? dayOfSerial(serial, from1904) : undefined;
}
