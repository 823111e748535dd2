import { RuleViolated, type Violation } from '@app/kernel';
import type { Column } from '../domain/column.js';
import { MAX_COLUMNS } from './raw-row.js';
import { tableRefused, tableViolation } from './table-refusal.table.js';

/** Nobody needs more of a header to find it in the file. */
const SHOWN = 100;

/** Where each column of a table stands, and the headers that no column has. */
export interface Header<Name extends string> {
  readonly places: ReadonlyMap<number, Column<Name>>;
  readonly unknown: readonly string[];
}

/**
 * Matches the cells of a header, by place, to columns. @throws RuleViolated when it is too wide, or with every column
 * that is required and missing or stands there twice.
 */
export function readHeader<Name extends string>(
  cells: ReadonlyMap<number, string>,
  columns: readonly Column<Name>[],
): Header<Name> {
  if (cells.size > MAX_COLUMNS) {
    throw tableRefused('TABLE_TOO_WIDE', { zh: `最多${MAX_COLUMNS}列`, en: `at most ${MAX_COLUMNS}` });
  }
  const places = new Map<number, Column<Name>>();
  const unknown: string[] = [];
  const twice = new Set<Column<Name>>();
  const found = new Set<Column<Name>>();
  for (const [place, text] of cells) {
    const column = columnOf(text, columns);
    if (!column)
      unknown.push(
        text
          .replace(/[\0\p{Surrogate}]/gu, '')
          .trim()
          .slice(0, SHOWN),
      );
    else if (found.has(column)) twice.add(column);
    else places.set(place, column);
    if (column) found.add(column);
  }
  const missing = columns.filter((column) => column.required && !found.has(column));
  const violations = [...missing.map(missed), ...[...twice].map(repeated)];
  if (violations.length > 0) throw new RuleViolated(violations);
  return { places, unknown };
}

function columnOf<Name extends string>(text: string, columns: readonly Column<Name>[]): Column<Name> | undefined {
  const header = folded(text);
  return (
    columns.find(({ name }) => folded(name) === header) ??
    columns.find(({ title }) => folded(title.zh) === header || folded(title.en) === header)
  );
}

/** Without the asterisks that mark a required column, which some write in full width. */
function folded(text: string): string {
  let header = text.normalize('NFKC').trim();
  while (header.endsWith('*')) header = header.slice(0, -1).trimEnd();
  return header;
}

function missed({ title }: Column): Violation {
  return tableViolation('TABLE_HEADER', { zh: `缺少“${title.zh}”列`, en: `the column "${title.en}" is missing` });
}

function repeated({ title }: Column): Violation {
  return tableViolation('TABLE_HEADER_TWICE', { zh: `“${title.zh}”`, en: `"${title.en}"` });
}
