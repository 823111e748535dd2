import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import { Audit } from '@app/audit';
import type { Remainder, Tx } from '@app/platform';
import type { StoredRemark } from '../persistence/batch-rows.js';
import { Batches } from '../persistence/batches.js';
import { Sheets } from './sheets.js';
import type { BatchWork } from './topics.js';

const PART = 250;

/** Takes a whole batch back, part by part; that nothing followed on any row was asked before it began. */
@Injectable()
export class UndoRows {
  constructor(
    private readonly batches: Batches,
    private readonly sheets: Sheets,
    private readonly principals: PrincipalQueries,
    private readonly audit: Audit,
  ) {}

  /** Does one part. @returns what is left. */
  async part(job: Tx, { batchId, after }: BatchWork): Promise<Remainder | undefined> {
    const batch = await this.batches.lock(job, batchId);
    if (batch?.state !== 'UNDOING') return undefined;
    const accountId = batch.undoneBy!;
    const name = (await this.principals.usernames([accountId])).get(accountId)!;
    const tx = job.as({ accountId, name });
    const rows = await tx.rows<{ line: number; subjectId: string }>(
      `SELECT line, subject_id AS "subjectId" FROM intake.row
        WHERE batch_id = $1 AND state = 'TAKEN' AND line > $2 ORDER BY line LIMIT ${PART}`,
      [batchId, after],
    );
    const sheet = this.sheets.get(batch.sheet);
    // Something may have followed on one of them since: that one stays, and says so.
    const followed = new Set(
      await sheet.followed(
        tx,
        rows.map(({ subjectId }) => subjectId),
      ),
    );
    const undone = rows.filter(({ subjectId }) => !followed.has(subjectId));
    if (undone.length > 0)
      await sheet.undo!(
        tx,
        undone.map(({ subjectId }) => subjectId),
      );
    await this.mark(
      tx,
      batchId,
      'UNDONE',
      undone.map(({ line }) => line),
      [],
    );
    const kept = rows.filter(({ subjectId }) => followed.has(subjectId)).map(({ line }) => line);
    await this.mark(tx, batchId, 'TAKEN', kept, [FOLLOWED]);
    await this.batches.progress(tx, batchId, rows.length);
    if (rows.length < PART) {
      await this.batches.move(tx, batchId, 'UNDONE');
      await this.audit.record(tx, { action: 'intake.undo', subjectType: 'intake-batch', subjectId: batchId });
      return undefined;
    }
    const done = batch.done + rows.length;
    return { payload: { batchId, after: rows.at(-1)!.line }, progress: { done, total: Math.max(batch.rows, done) } };
  }

  private async mark(
    tx: Tx,
    batchId: string,
    state: 'UNDONE' | 'TAKEN',
    lines: readonly number[],
    remarks: readonly StoredRemark[],
  ): Promise<void> {
    await tx.execute(
      `UPDATE intake.row SET state = $2, remarks = remarks || $4::jsonb WHERE batch_id = $1 AND line = ANY($3::int[])`,
      [batchId, state, lines, JSON.stringify(remarks)],
    );
  }
}

const FOLLOWED: StoredRemark = {
  code: 'FOLLOWED',
  message: { zh: '入库后已有后续办理，未撤销', en: 'Something followed since it was entered: it stays' },
};
