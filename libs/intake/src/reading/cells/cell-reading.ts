import type { RawCell } from '../raw-row.js';
import type { NoteCode } from './cell-note.table.js';

/** What a cell means, and what had to be changed for it. */
export interface CellReading {
  readonly value: string;
  readonly changes: readonly NoteCode[];
}

/** Reads the cells of one column. */
export type CellReader = (cell: RawCell) => CellReading;
