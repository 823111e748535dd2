import { Injectable } from '@nestjs/common';
import { Reads, type Sql, type Tx } from '@app/platform';
import type { BatchState } from '../domain/batch.workflow.js';
import type { TableHead } from '../domain/table-row.js';

/** A file of rows on its way into the register. */
export interface Batch extends TableHead {
  readonly id: string;
  readonly sheet: string;
  readonly office: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly state: BatchState;
  readonly rows: number;
  /** Rows that the work of its state has dealt with. */
  readonly done: number;
  /** When that work began. */
  readonly since: Date;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly committedBy: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
  readonly version: number;
}

/** The columns of a batch `b`. */
export const BATCH = `b.id, b.sheet, b.office, b.file_name AS "fileName", b.sha256, b.format, b.encoding,
  b.unknown_columns AS "unknownColumns", b.state, b.rows, b.done, b.since, b.uploaded_by AS "uploadedBy",
  b.uploaded_at AS "uploadedAt", b.committed_by AS "committedBy", b.undone_by AS "undoneBy", b.undo_reason AS "undoReason",
  b.version`;

/** Stores batches. */
@Injectable()
export class Batches {
  constructor(private readonly reads: Reads) {}

  async find(id: string, sql: Sql = this.reads): Promise<Batch | undefined> {
    return (await sql.rows<Batch>(`SELECT ${BATCH} FROM intake.batch b WHERE b.id = $1`, [id])).at(0);
  }

  async lock(tx: Tx, id: string): Promise<Batch | undefined> {
    await tx.rows('SELECT 1 FROM intake.batch WHERE id = $1 FOR UPDATE', [id]);
    return this.find(id, tx);
  }

  async insert(
    tx: Tx,
    batch: Pick<Batch, 'id' | 'sheet' | 'office' | 'fileName' | 'uploadedBy' | 'sha256'> & TableHead,
  ): Promise<void> {
    const { id, sheet, office, fileName, sha256, format, encoding, unknownColumns, uploadedBy } = batch;
    await tx.execute(
      `INSERT INTO intake.batch (id, sheet, office, file_name, sha256, format, encoding, unknown_columns, state, since,
                                 uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'JUDGING', $9, $10, $9)`,
      [id, sheet, office, fileName, sha256, format, encoding, unknownColumns, tx.now, uploadedBy],
    );
  }

  /** Moves a batch to a state; its work begins anew there. */
  async move(
    tx: Tx,
    id: string,
    state: BatchState,
    { committedBy, undoneBy, undoReason }: Partial<Pick<Batch, 'committedBy' | 'undoneBy' | 'undoReason'>> = {},
  ): Promise<void> {
    await tx.execute(
      `UPDATE intake.batch SET state = $2, done = 0, since = $3, committed_by = coalesce($4, committed_by),
              undone_by = coalesce($5, undone_by), undo_reason = coalesce($6, undo_reason), version = version + 1
        WHERE id = $1`,
      [id, state, tx.now, committedBy ?? null, undoneBy ?? null, undoReason ?? null],
    );
  }

  /** Nothing of it is kept but that it came. */
  async discard(tx: Tx, id: string): Promise<void> {
    await this.move(tx, id, 'DISCARDED');
    await tx.execute('UPDATE intake.row SET content = NULL WHERE batch_id = $1', [id]);
  }

  async progress(tx: Tx, id: string, done: number): Promise<void> {
    await tx.execute('UPDATE intake.batch SET done = done + $2 WHERE id = $1', [id, done]);
  }

  async setRows(tx: Tx, id: string, rows: number): Promise<void> {
    await tx.execute('UPDATE intake.batch SET rows = $2 WHERE id = $1', [id, rows]);
  }
}
