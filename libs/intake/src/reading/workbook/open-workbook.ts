import type { ByteSource } from '@app/documents';
import type { RawRow, RawTable } from '../raw-row.js';
import { tableRefused } from '../table-refusal.table.js';
import { dateStylesOf } from './date-styles.js';
import { mergedCellsOf } from './merged-cells.js';
import { Package } from './package.js';
import { sharedStringsOf } from './shared-strings.js';
import type { SheetContext } from './sheet-cell.js';
import { SheetReader } from './sheet-reader.js';
import { workbookPartsOf } from './workbook-part.js';
import { stepsThrough } from './xml-part.js';

type HeaderRow = Exclude<RawRow, { broken: unknown }>;

/**
 * Opens a workbook and reads the header of its first visible sheet: the first row in which something stands.
 * @throws RuleViolated when it is no sound workbook, or has no header
 */
export async function openWorkbook(source: ByteSource): Promise<RawTable> {
  const parts = await Package.open(source);
  const { sheet, strings, styles, from1904 } = await workbookPartsOf(parts);
  const context = {
    strings: await sharedStringsOf(parts, strings),
    dateStyles: await dateStylesOf(parts, styles),
  };
  const header = await headerOf(parts, sheet, context);
  return {
    format: 'XLSX',
    encoding: null,
    header: new Map([...header.cells].map(([place, { text }]) => [place, text])),
    from1904,
    rows: (wanted) => rowsBelow(header.line, parts, sheet, context, wanted),
  };
}

async function headerOf(parts: Package, sheet: string, context: SheetContext): Promise<HeaderRow> {
  for await (const row of rowsOf(parts, sheet, new SheetReader(context))) {
    if ('broken' in row) throw tableRefused('TABLE_HEADER', row.broken);
    return row;
  }
  throw tableRefused('TABLE_HEADER', { zh: '没有表头', en: 'there is none' });
}

/** The sheet is read anew: of the rows that came with the header all cells would have had to be kept. */
async function* rowsBelow(
  headerLine: number,
  parts: Package,
  sheet: string,
  context: SheetContext,
  wanted: ReadonlySet<number>,
): AsyncGenerator<RawRow> {
  const mergedCells = await mergedCellsOf(parts.read(sheet), wanted);
  let below = false;
  for await (const row of rowsOf(parts, sheet, new SheetReader(context, wanted))) {
    if (!below) below = row.line === headerLine;
    else if ('broken' in row) yield row;
    else yield { ...row, merged: mergedCells.at(row.line) };
  }
}

async function* rowsOf(parts: Package, sheet: string, reader: SheetReader): AsyncGenerator<RawRow> {
  for await (const _step of stepsThrough(parts.read(sheet), reader)) yield* reader.take();
}
