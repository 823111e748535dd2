import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { allowedActions, NotFound, NotPermitted } from '@app/kernel';
import { Clock, Reads, type Page } from '@app/platform';
import { INTAKE_BATCH, type BatchAction } from '../domain/batch.workflow.js';
import type { RowState, StoredRemark } from '../persistence/batch-rows.js';
import { BATCH, Batches, type Batch } from '../persistence/batches.js';
import { partiesIn } from './decide-batch.js';
import { Sheets } from './sheets.js';

/** How the work on a batch goes. */
export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  readonly percent: number;
  /** As long as the rest takes at the pace so far; null before anything is done, and when nothing is left. */
  readonly remainingSeconds: number | null;
}

/** A batch as an officer of its office sees it. */
export interface BatchView extends Batch {
  readonly counts: Readonly<Record<RowState, number>>;
  readonly progress: BatchProgress;
  readonly allowedActions: readonly BatchAction[];
}

/** What is said of one row. */
export interface ReportedRow {
  readonly line: number;
  readonly state: RowState;
  readonly remarks: readonly StoredRemark[];
}

const COUNTS: Readonly<Record<RowState, number>> = { PENDING: 0, GOOD: 0, REFUSED: 0, TAKEN: 0, UNDONE: 0 };
const WORKING: readonly Batch['state'][] = ['JUDGING', 'COMMITTING', 'UNDOING'];

/** Reads batches and what is said of their rows. */
@Injectable()
export class BatchQueries {
  constructor(
    private readonly reads: Reads,
    private readonly batches: Batches,
    private readonly sheets: Sheets,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for who is no officer of its office. */
  async get(id: string, reader: Principal): Promise<BatchView> {
    const batch = await this.readable(id, reader);
    const counted = await this.reads.rows<{ state: RowState; count: number }>(
      'SELECT state, count(*)::int AS count FROM intake.row WHERE batch_id = $1 GROUP BY 1',
      [id],
    );
    const counts = { ...COUNTS, ...Object.fromEntries(counted.map(({ state, count }) => [state, count])) };
    return {
      ...batch,
      counts,
      progress: this.progress(batch, counts),
      allowedActions: allowedActions(INTAKE_BATCH, batch.state, partiesIn(reader, batch)),
    };
  }

  /** Those of an office, newest first. @throws NotPermitted for who is no officer of it. */
  async list(sheet: string, office: string, reader: Principal, limit: number, cursor?: string): Promise<Page<Batch>> {
    if (!this.sheets.get(sheet).actsFor(reader, office)) throw new NotPermitted();
    const keys = [
      { sql: 'b.uploaded_at', type: 'timestamptz' },
      { sql: 'b.id', type: 'uuid' },
    ] as const;
    const where = 'b.sheet = $1 AND b.office = $2';
    const source = {
      columns: BATCH,
      from: 'intake.batch b',
      where,
      parameters: [sheet, office],
      keys,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }

  /** What is said of the rows, by line; never their values. */
  async rows(
    id: string,
    reader: Principal,
    state: RowState | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<ReportedRow>> {
    await this.readable(id, reader);
    const where = 'r.batch_id = $1 AND ($2::text IS NULL OR r.state = $2)';
    const keys = [{ sql: 'r.line', type: 'integer' }] as const;
    const source = {
      columns: 'r.line, r.state, r.remarks',
      from: 'intake.row r',
      where,
      parameters: [id, state ?? null],
      keys,
    };
    return this.reads.page(source, { limit, cursor });
  }

  async readable(id: string, reader: Principal): Promise<Batch> {
    const batch = await this.batches.find(id);
    if (!batch || !this.sheets.get(batch.sheet).actsFor(reader, batch.office)) throw new NotFound();
    return batch;
  }

  private progress({ state, rows, done, since }: Batch, counts: BatchView['counts']): BatchProgress {
    if (!WORKING.includes(state)) return { done: rows, total: rows, percent: 100, remainingSeconds: null };
    // Only good rows are entered, and only those that were entered are undone.
    const total = state === 'JUDGING' ? rows : done + (state === 'COMMITTING' ? counts.GOOD : counts.TAKEN);
    const seconds = (this.clock.now().getTime() - since.getTime()) / 1_000;
    const remainingSeconds = done === 0 ? null : Math.ceil((seconds / done) * (total - done));
    return { done, total, percent: total === 0 ? 100 : Math.floor((done / total) * 100), remainingSeconds };
  }
}
