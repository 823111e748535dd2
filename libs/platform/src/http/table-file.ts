import type { FastifyReply } from 'fastify';
import { ZipFile } from 'yazl';

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
/** Programs that open a CSV take a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Answers with a table as CSV (UTF-8 with a mark, as Excel wants it) or as a workbook. */
export async function answerTable(reply: FastifyReply, table: TableFile, format: 'csv' | 'xlsx'): Promise<void> {
  const body = format === 'csv' ? Buffer.from(csvOf(table)) : await xlsxOf(table);
  void reply
    .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
    .header('content-disposition', `attachment; filename="${table.name}.${format}"`)
    .send(body);
}

/** RFC 4180, one mark before it. A text that could pass for a formula is given an apostrophe. */
export function csvOf({ header, rows }: TableFile): string {
  const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;
  return `\uFEFF${[header, ...rows].map(line).join('')}`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A workbook of one sheet. Its cells are numbers and texts, never formulas. */
export async function xlsxOf({ name, header, rows }: TableFile): Promise<Buffer> {
  const zip = new ZipFile();
  const parts = { ...PARTS, 'xl/workbook.xml': workbook(name), 'xl/worksheets/sheet1.xml': sheet([header, ...rows]) };
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(XML + content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

function workbook(name: string): string {
  const sheetName = escaped(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="r1"/></sheets></workbook>`;
}

function sheet(rows: readonly (readonly Cell[])[]): string {
  const body = rows.map((cells) => `<row>${cells.map(xlsxCell).join('')}</row>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`;
}

function xlsxCell(cell: Cell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Characters that XML cannot hold are left out. */
function escaped(text: string): string {
  const storable = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
  return storable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
