import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyedStores, KeyRing, Reads, SealedColumn, type Sql, type Tx } from '@app/platform';
import type { RowRemark, SheetRow } from '../domain/sheet.js';

export type RowState = 'PENDING' | 'GOOD' | 'REFUSED' | 'TAKEN' | 'UNDONE';

/** A row as it lies in its batch. */
export interface StoredRow extends SheetRow {
  readonly remarks: readonly StoredRemark[];
}

/** A remark as it is kept: a defect, or a warning. */
export interface StoredRemark extends RowRemark {
  readonly warning?: true;
}

/** What becomes of a row. */
export interface RowOutcome {
  readonly line: number;
  readonly state: RowState;
  readonly remarks: readonly StoredRemark[];
  readonly subjectId?: string;
}

/** The rows of batches, their values encrypted: they name persons, and some of them are never taken. */
@Injectable()
export class BatchRows implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly keys: KeyRing,
    private readonly stores: KeyedStores,
  ) {}

  onModuleInit(): void {
    const key = [
      { column: 'batch_id', type: 'uuid' },
      { column: 'line', type: 'integer' },
    ];
    this.stores.register(new SealedColumn({ table: 'intake.row', key, column: 'content', purpose }, this.keys));
  }

  /** Adds rows as they were read. */
  async add(
    tx: Tx,
    batchId: string,
    rows: readonly { line: number; values?: SheetRow['values']; remarks: readonly StoredRemark[] }[],
  ): Promise<void> {
    const stored = rows.map(({ line, values, remarks }) => ({
      batch_id: batchId,
      line,
      content: values === undefined ? null : this.keys.seal(JSON.stringify(values), purpose(batchId, String(line))),
      state: values === undefined ? 'REFUSED' : 'PENDING',
      remarks,
    }));
    await tx.execute(
      `INSERT INTO intake.row (batch_id, line, content, state, remarks)
       SELECT batch_id, line, content, state, remarks FROM jsonb_populate_recordset(NULL::intake.row, $1::jsonb)`,
      [JSON.stringify(stored)],
    );
  }

  /** The next rows of a state behind a line, in the order of their lines. */
  async next(sql: Sql, batchId: string, state: RowState, after: number, limit: number): Promise<StoredRow[]> {
    const rows = await sql.rows<{ line: number; content: string | null; remarks: StoredRemark[] }>(
      `SELECT line, content, remarks FROM intake.row WHERE batch_id = $1 AND state = $2 AND line > $3 ORDER BY line LIMIT $4`,
      [batchId, state, after, limit],
    );
    return rows.map(({ line, content, remarks }) => ({ line, remarks, values: this.opened(batchId, line, content) }));
  }

  async write(tx: Tx, batchId: string, outcomes: readonly RowOutcome[]): Promise<void> {
    const rows = outcomes.map(({ subjectId, ...outcome }) => ({ ...outcome, subject_id: subjectId ?? null }));
    await tx.execute(
      `UPDATE intake.row r SET state = o.state, remarks = o.remarks, subject_id = coalesce(o.subject_id, r.subject_id),
              -- What the register has is not kept twice.
              content = CASE o.state WHEN 'TAKEN' THEN NULL ELSE r.content END
         FROM jsonb_to_recordset($2::jsonb) AS o(line int, state text, remarks jsonb, subject_id uuid)
        WHERE r.batch_id = $1 AND r.line = o.line`,
      [batchId, JSON.stringify(rows)],
    );
  }

  /**
   * Notes what rows would share with others about the same thing. @returns of each the first line that has one of its keys:
   * its own, unless an earlier row had it.
   */
  async firstWith(
    tx: Tx,
    batchId: string,
    rows: readonly { readonly line: number; readonly keys: readonly string[] }[],
  ): Promise<ReadonlyMap<number, number>> {
    const pairs = rows.flatMap(({ line, keys }) => keys.map((key) => ({ line, key })));
    const parameters = [batchId, JSON.stringify(pairs)];
    const PAIRS = 'jsonb_to_recordset($2::jsonb) AS p(line int, key text)';
    await tx.execute(
      `INSERT INTO intake.row_key (batch_id, key, line) SELECT $1, p.key, min(p.line) FROM ${PAIRS} GROUP BY p.key
       ON CONFLICT (batch_id, key) DO NOTHING`,
      parameters,
    );
    const found = await tx.rows<{ line: number; first: number }>(
      `SELECT p.line, min(k.line) AS first FROM ${PAIRS} JOIN intake.row_key k ON k.batch_id = $1 AND k.key = p.key GROUP BY 1`,
      parameters,
    );
    return new Map(found.map(({ line, first }) => [line, first]));
  }

  async forgetKeys(tx: Tx, batchId: string): Promise<void> {
    await tx.execute('DELETE FROM intake.row_key WHERE batch_id = $1', [batchId]);
  }

  /** The rows of a state with their values, a thousand at a time: a file of them may be long. */
  async *all(batchId: string, state: RowState): AsyncGenerator<StoredRow[]> {
    for (let after = 0; ;) {
      const rows = await this.next(this.reads, batchId, state, after, 1_000);
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)!.line;
    }
  }

  private opened(batchId: string, line: number, content: string | null): SheetRow['values'] {
    if (content === null) return {};
    return JSON.parse(this.keys.open(content, purpose(batchId, String(line)))) as SheetRow['values'];
  }
}

function purpose(batchId: string, line: string): string {
  return `intake.row:${batchId}:${line}`;
}
