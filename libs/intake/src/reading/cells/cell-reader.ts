import type { Column } from '../../domain/column.js';
import type { CellReader } from './cell-reading.js';
import { readDate } from './date-cell.js';
import { listedValueReader } from './listed-value.js';
import { readNumber } from './number-cell.js';
import { readText } from './text-cell.js';

/** How the cells of a column are read. What does not fit the column stays as it is, for the caller's rules to refuse. */
export function cellReader(column: Column, from1904: boolean): CellReader {
  if (column.values) return listedValueReader(column.values);
  if (column.type === 'DATE') return (cell) => readDate(cell, from1904);
  if (column.type === 'NUMBER') return readNumber;
  return (cell) => readText(cell, from1904);
}
