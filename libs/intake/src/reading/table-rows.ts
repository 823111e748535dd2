import type { Column } from '../domain/column.js';
import type { CellNote, TableRow } from '../domain/table-row.js';
import { CELL_NOTES, type NoteCode } from './cells/cell-note.table.js';
import { cellReader } from './cells/cell-reader.js';
import type { CellReader } from './cells/cell-reading.js';
import type { RawCell, RawRow } from './raw-row.js';

/** What stands in no honest cell of a table that is to be taken in. */
const MAX_CELL = 5_000;

interface Place<Name extends string> {
  readonly place: number;
  readonly column: Column<Name>;
  readonly read: CellReader;
}

/**
 * Rows of a file as rows of the table: each cell read as its column says, with a note of everything that was changed;
 * rows in which nothing stands are passed over.
 */
export async function* tableRows<Name extends string>(
  rows: AsyncGenerator<RawRow>,
  places: ReadonlyMap<number, Column<Name>>,
  columns: readonly Column<Name>[],
  from1904: boolean,
): AsyncGenerator<TableRow<Name>> {
  const order = [...places].map(([place, column]) => ({ place, column, read: cellReader(column, from1904) }));
  const empty = Object.fromEntries(columns.map(({ name }) => [name, ''])) as Record<Name, string>;
  for await (const row of rows) {
    if ('broken' in row) yield row;
    else if (row.filled) yield tableRow(row, order, empty);
  }
}

function tableRow<Name extends string>(
  { line, cells, merged }: Exclude<RawRow, { broken: unknown }>,
  order: readonly Place<Name>[],
  empty: Readonly<Record<Name, string>>,
): TableRow<Name> {
  const values: Record<Name, string> = { ...empty };
  const notes: CellNote<Name>[] = [];
  for (const { place, column, read } of order) {
    const cell = cells.get(place);
    if (cell && cell.text.length > MAX_CELL) return tooLong(line, column);
    if (cell) values[column.name] = readInto(notes, cell, column.name, read);
    if (merged?.has(place)) notes.push({ column: column.name, code: 'MERGED', message: CELL_NOTES.MERGED });
  }
  return { line, values, notes };
}

function readInto<Name extends string>(notes: CellNote<Name>[], cell: RawCell, column: Name, read: CellReader): string {
  const { value, changes } = read(cell);
  const codes: readonly NoteCode[] = cell.formula ? ['FORMULA', ...changes] : changes;
  for (const code of codes) notes.push({ column, code, message: CELL_NOTES[code] });
  return value;
}

function tooLong<Name extends string>(line: number, { title }: Column<Name>): TableRow<Name> {
  return {
    line,
    broken: {
      zh: `“${title.zh}”超过${MAX_CELL}个字符`,
      en: `"${title.en}" has more than ${MAX_CELL} characters`,
    },
  };
}
