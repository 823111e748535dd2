import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { BufferSource } from '@app/documents';
import { NotPermitted, type Bilingual } from '@app/kernel';
import { Outbox, UnitOfWork, type Tx } from '@app/platform';
import type { Column } from '../domain/column.js';
import type { TableRow } from '../domain/table-row.js';
import { openTable } from '../reading/open-table.js';
import { tableRefused } from '../reading/table-refusal.table.js';
import { BatchRows, type StoredRemark } from '../persistence/batch-rows.js';
import { Batches } from '../persistence/batches.js';
import { Sheets } from './sheets.js';
import { JUDGE_TOPIC } from './topics.js';

/** Rows that are written at a time. */
const PART = 500;
/** Rows that one file may have. */
const MOST_ROWS = 100_000;
const TOO_MANY: Bilingual = {
  zh: `一次最多${MOST_ROWS}行，请分次提交`,
  en: `at most ${MOST_ROWS} rows at a time`,
};

/** A file as it came. */
export interface TableUpload {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Takes a file in: its rows are kept, encrypted, and judged by a job; nothing of it is entered yet. */
@Injectable()
export class ReceiveBatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sheets: Sheets,
    private readonly batches: Batches,
    private readonly rows: BatchRows,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @returns the id of the batch. @throws NotFound, NotPermitted; RuleViolated for a file that is no such table. */
  async execute(by: Principal, sheetName: string, office: string, upload: TableUpload): Promise<string> {
    const sheet = this.sheets.get(sheetName);
    if (!sheet.actsFor(by, office)) throw new NotPermitted();
    return this.unitOfWork.run(by, async (tx) => {
      // Inside the transaction: when it is run again, the file is read from its beginning again.
      const { head, rows } = await openTable(new BufferSource(upload.bytes), sheet.columns);
      const id = randomUUID();
      const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
      const { fileName } = upload;
      await this.batches.insert(tx, {
        id,
        sheet: sheetName,
        office,
        fileName,
        sha256,
        uploadedBy: by.accountId,
        ...head,
      });
      const count = await this.keep(tx, id, sheet.columns, rows);
      await this.batches.setRows(tx, id, count);
      await this.outbox.add(tx, { topic: JUDGE_TOPIC, payload: { batchId: id, after: 0 }, uniqueKey: id });
      const detail = { sheet: sheetName, office, rows: count, sha256 };
      await this.audit.record(tx, { action: 'intake.receive', subjectType: 'intake-batch', subjectId: id, detail });
      tx.resource = `/api/v1/intake-batches/${id}`;
      return id;
    });
  }

  private async keep(tx: Tx, id: string, columns: readonly Column[], rows: AsyncIterable<TableRow>): Promise<number> {
    let count = 0;
    let part: Parameters<BatchRows['add']>[2][number][] = [];
    for await (const row of rows) {
      if (isExample(row, columns)) continue;
      count += 1;
      if (count > MOST_ROWS) throw tableRefused('TABLE_TOO_LARGE', TOO_MANY);
      part.push('broken' in row ? { line: row.line, remarks: [broken(row.broken)] } : kept(row));
      if (part.length < PART) continue;
      await this.rows.add(tx, id, part);
      part = [];
    }
    if (count === 0) throw tableRefused('TABLE_EMPTY');
    if (part.length > 0) await this.rows.add(tx, id, part);
    return count;
  }
}

/** The example row of the template, which somebody left in. */
function isExample(row: TableRow, columns: readonly Column[]): boolean {
  return 'values' in row && columns.every(({ name, example }) => row.values[name] === example);
}

function kept({ line, values, notes }: Extract<TableRow, { values: unknown }>) {
  const remarks = notes.map(({ column, code, message }): StoredRemark => ({ column, code, message, warning: true }));
  return { line, values, remarks };
}

function broken(message: Bilingual): StoredRemark {
  return { code: 'NOT_A_ROW', message };
}
