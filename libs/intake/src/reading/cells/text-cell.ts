import type { RawCell } from '../raw-row.js';
import type { CellReading } from './cell-reading.js';
import { halfWidth, isWideCode } from './half-width.js';
import { plainNumber, storedNumber } from './plain-number.js';
import { dayOfSerial } from './serial-date.js';

/** How a spreadsheet writes a long number into a CSV file: nobody types that. */
const SHORTENED = /^\d(?:\.\d{1,30})?E\+\d{2}$/;

/** A cell of a column of texts: composed, trimmed, numbers in their digits. */
export function readText({ kind, text, dated }: RawCell, from1904: boolean): CellReading {
  const typed = text.normalize('NFC').trim();
  if (kind === 'NUMBER') {
    // The digits behind a day that is shown as a date would mean nothing to anybody.
    const day = dated ? dayOfSerial(Number(typed), from1904) : undefined;
    return day === undefined ? { value: storedNumber(typed), changes: [] } : { value: day, changes: ['DATE_SERIAL'] };
  }
  if (isWideCode(typed)) return { value: halfWidth(typed).trim(), changes: ['FULL_WIDTH'] };
  // The digits that were lost with it do not come back, but the caller sees a number of the right length.
  if (SHORTENED.test(typed)) return { value: plainNumber(typed) ?? typed, changes: ['NUMBER_TEXT'] };
  return { value: typed, changes: [] };
}
