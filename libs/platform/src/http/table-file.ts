import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import writeExcelFile from 'write-excel-file/node';

/** What a cell holds. */
export type Cell = string | number | null;

/** A table that somebody takes away with him. */
export interface TableFile {
  /** Without its ending. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Excel takes no longer name for a sheet. */
const SHEET_NAME = 31;

/** Answers with a table as CSV or as a workbook. */
export async function answerTable(reply: FastifyReply, table: TableFile, format: 'csv' | 'xlsx'): Promise<void> {
  const body = format === 'csv' ? Buffer.from(csvOf(table)) : await xlsxOf(table);
  void reply
    .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
    .header('content-disposition', `attachment; filename="${table.name}.${format}"`)
    .send(body);
}

/** RFC 4180, with the mark by which Excel knows UTF-8. A text that could pass for a formula is given an apostrophe. */
export function csvOf({ header, rows }: TableFile): string {
  return stringify([header, ...rows] as Cell[][], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

/** A workbook of one sheet. Its cells are texts and numbers, never formulas. */
export async function xlsxOf({ name, header, rows }: TableFile): Promise<Buffer> {
  const cells = [header, ...rows].map((row) => row.map(sheetCell));
  return writeExcelFile(cells, { sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, SHEET_NAME) }).toBuffer();
}

function sheetCell(value: Cell) {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
