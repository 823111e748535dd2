import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { Readable } from 'node:stream';
import type { Principal } from '@app/access';
import { xlsxOf, type TableFile } from '@app/platform';
import type { Column } from '../domain/column.js';
import type { StoredRow } from '../persistence/batch-rows.js';
import { BatchRows } from '../persistence/batch-rows.js';
import { tableRefused } from '../reading/table-refusal.table.js';
import { BatchQueries } from './batch.queries.js';
import { Sheets } from './sheets.js';

/** A workbook is put together in memory; a longer one is fetched as CSV. */
const MOST_IN_WORKBOOK = 20_000;
/** Columns that say why, and where it stood; no sheet has them, so that they are left alone when the file comes again. */
const REASON = '原因';
const LINE = '原行号';

/** The rows that were refused, as a file in the form of the template: to be corrected and sent again. */
@Injectable()
export class RefusedRows {
  constructor(
    private readonly queries: BatchQueries,
    private readonly rows: BatchRows,
    private readonly sheets: Sheets,
  ) {}

  /** @throws NotFound; RuleViolated for a workbook of too many rows. */
  async file(id: string, reader: Principal, format: 'csv' | 'xlsx'): Promise<Buffer | Readable> {
    const { sheet, counts } = await this.queries.get(id, reader);
    const { columns } = this.sheets.get(sheet);
    if (format === 'csv') return Readable.from(this.csv(id, columns));
    if (counts.REFUSED > MOST_IN_WORKBOOK) {
      throw tableRefused('TABLE_TOO_LARGE', {
        zh: `退回的行超过${MOST_IN_WORKBOOK}行，请下载CSV`,
        en: `more than ${MOST_IN_WORKBOOK} rows were refused: fetch them as CSV`,
      });
    }
    const rows: string[][] = [];
    for await (const part of this.rows.all(id, 'REFUSED')) rows.push(...part.map((row) => cellsOf(row, columns)));
    const table: TableFile = { name: '退回', header: headerOf(columns), rows };
    return xlsxOf(table);
  }

  /** With the mark by which Excel knows UTF-8; a text that could pass for a formula is given an apostrophe. */
  private async *csv(id: string, columns: readonly Column[]): AsyncGenerator<string> {
    yield lines([headerOf(columns)], true);
    for await (const part of this.rows.all(id, 'REFUSED')) yield lines(part.map((row) => cellsOf(row, columns)));
  }
}

function lines(rows: string[][], bom = false): string {
  return stringify(rows, { bom, record_delimiter: 'windows', escape_formulas: true });
}

function headerOf(columns: readonly Column[]): string[] {
  return [...columns.map(({ title, required }) => `${title.zh}${required ? '*' : ''}`), REASON, LINE];
}

function cellsOf({ line, values, remarks }: StoredRow, columns: readonly Column[]): string[] {
  const cells = columns.map(({ name, values: words }) => {
    const value = values[name] ?? '';
    return words && Object.hasOwn(words, value) ? words[value] : value;
  });
  const reasons = remarks.filter(({ warning }) => !warning).map(({ message }) => message.zh);
  return [...cells, reasons.join('；'), String(line)];
}
