import type { RawCell } from '../raw-row.js';
import type { NoteCode } from './cell-note.table.js';
import type { CellReading } from './cell-reading.js';
import { halfWidth } from './half-width.js';
import { plainNumber, storedNumber } from './plain-number.js';

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3}){1,100}(?:\.\d{1,400})?$/;

/** A cell of a column of numbers in plain digits. */
export function readNumber({ kind, text }: RawCell): CellReading {
  const typed = text.trim();
  if (kind === 'NUMBER') return { value: storedNumber(typed), changes: [] };
  const narrow = halfWidth(typed).trim();
  const plain = plainNumber(GROUPED.test(narrow) ? narrow.replaceAll(',', '') : narrow);
  if (plain === undefined) return { value: typed, changes: [] };
  const changes: NoteCode[] = [];
  if (narrow !== typed) changes.push('FULL_WIDTH');
  if (plain !== narrow) changes.push('NUMBER_TEXT');
  return { value: plain, changes };
}
