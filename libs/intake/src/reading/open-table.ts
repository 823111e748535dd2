import type { ByteSource } from '@app/documents';
import type { Column } from '../domain/column.js';
import type { TableHead, TableRow } from '../domain/table-row.js';
import { openCsv } from './csv/open-csv.js';
import { formatOf } from './file-format.js';
import { readHeader } from './header.js';
import { tableRows } from './table-rows.js';
import { openWorkbook } from './workbook/open-workbook.js';

/** A table whose head is known; its rows are read from the file one after the other as they are asked for. */
export interface OpenTable<Name extends string> {
  readonly head: TableHead;
  /** Ends with RuleViolated where the file turns out to be damaged. */
  readonly rows: AsyncGenerator<TableRow<Name>>;
}

/**
 * Opens a workbook or a CSV file, told apart by their bytes, as a table of these columns. A defect of one row comes
 * with that row. How many rows are too many is for the caller to say.
 * @throws RuleViolated with every defect of the file as a whole, each with a code and the pointer `/file`
 */
export async function openTable<Name extends string>(
  source: ByteSource,
  columns: readonly Column<Name>[],
): Promise<OpenTable<Name>> {
  const raw = (await formatOf(source)) === 'XLSX' ? await openWorkbook(source) : await openCsv(source);
  const { places, unknown } = readHeader(raw.header, columns);
  return {
    head: { format: raw.format, encoding: raw.encoding, unknownColumns: unknown },
    rows: tableRows(raw.rows(new Set(places.keys())), places, columns, raw.from1904),
  };
}
