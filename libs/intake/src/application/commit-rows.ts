import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import { Audit } from '@app/audit';
import { Refusal } from '@app/kernel';
import type { Remainder, Tx } from '@app/platform';
import type { RowRemark, Sheet } from '../domain/sheet.js';
import { BatchRows, type RowOutcome, type StoredRow } from '../persistence/batch-rows.js';
import { Batches } from '../persistence/batches.js';
import { outcomeOf } from './judge-rows.js';
import { Sheets } from './sheets.js';
import type { BatchWork } from './topics.js';

/** Rows of one transaction: a process that dies loses the work on these at most. */
const PART = 250;
/** SQLSTATEs that speak of what a row holds; any other (no connection, a full disk) would befall every row. */
const OF_THE_ROW = /^(22|23|54|P0)/;

/** Enters the good rows of a batch, part by part; what became bad since it was judged is refused and says why. */
@Injectable()
export class CommitRows {
  constructor(
    private readonly batches: Batches,
    private readonly rows: BatchRows,
    private readonly sheets: Sheets,
    private readonly principals: PrincipalQueries,
    private readonly audit: Audit,
  ) {}

  /** Does one part. @returns what is left. */
  async part(job: Tx, { batchId, after }: BatchWork): Promise<Remainder | undefined> {
    const batch = await this.batches.lock(job, batchId);
    if (batch?.state !== 'COMMITTING') return undefined;
    // What the second officer confirmed is recorded as his, whoever's process does it.
    const accountId = batch.committedBy!;
    const name = (await this.principals.usernames([accountId])).get(accountId)!;
    const tx = job.as({ accountId, name });
    const rows = await this.rows.next(tx, batchId, 'GOOD', after, PART);
    const outcomes = await this.enter(tx, this.sheets.get(batch.sheet), batch.office, rows);
    await this.rows.write(tx, batchId, outcomes);
    await this.batches.progress(tx, batchId, rows.length);
    if (rows.length < PART) {
      await this.sheets.get(batch.sheet).entered?.(tx, batch.office, batchId);
      await this.batches.move(tx, batchId, 'COMMITTED');
      await this.audit.record(tx, { action: 'intake.commit', subjectType: 'intake-batch', subjectId: batchId });
      return undefined;
    }
    const done = batch.done + rows.length;
    return { payload: { batchId, after: rows.at(-1)!.line }, progress: { done, total: Math.max(batch.rows, done) } };
  }

  /** All of them at once; where one of them stands in the way, each half by itself, down to that row. */
  private async enter(tx: Tx, sheet: Sheet, office: string, rows: readonly StoredRow[]): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    await tx.execute('SAVEPOINT part');
    try {
      const outcomes = await this.judgeAndTake(tx, sheet, office, rows);
      await tx.execute('RELEASE SAVEPOINT part');
      return outcomes;
    } catch (error) {
      if (!isOfTheRow(error)) throw error;
      await tx.execute('ROLLBACK TO SAVEPOINT part');
      if (rows.length === 1) return [outcomeOf(rows[0], [refusalOf(error)], { warnings: [] })];
      const half = Math.ceil(rows.length / 2);
      return [
        ...(await this.enter(tx, sheet, office, rows.slice(0, half))),
        ...(await this.enter(tx, sheet, office, rows.slice(half))),
      ];
    }
  }

  /** The register may have changed since the dry run. */
  private async judgeAndTake(tx: Tx, sheet: Sheet, office: string, rows: readonly StoredRow[]): Promise<RowOutcome[]> {
    await sheet.lock?.(tx, office, rows);
    const judged = await sheet.judge(tx, office, rows);
    const good = rows.filter((_, index) => judged[index].defects.length === 0);
    const taken = good.length === 0 ? [] : await sheet.take(tx, office, good);
    const results = new Map(good.map(({ line }, index) => [line, taken[index]]));
    return rows.map((row, index) => {
      const result = results.get(row.line);
      const defects = result === undefined ? judged[index].defects : typeof result === 'string' ? [] : [result];
      // Warnings were told by the dry run, and stand in the remarks of the row.
      const outcome = outcomeOf(row, defects, { warnings: [] });
      return typeof result === 'string' ? { ...outcome, state: 'TAKEN', subjectId: result } : outcome;
    });
  }
}

function isOfTheRow(error: unknown): boolean {
  return error instanceof Refusal || OF_THE_ROW.test(String((error as { code?: unknown }).code));
}

function refusalOf(error: unknown): RowRemark {
  if (error instanceof Refusal) return { code: 'REFUSED', message: error.text };
  const state = String((error as { code?: unknown }).code);
  const zh = `数据库不接受此行（SQLSTATE ${state}）`;
  return { code: 'NOT_STORED', message: { zh, en: `The database does not take this row (SQLSTATE ${state})` } };
}
