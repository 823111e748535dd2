import { Injectable } from '@nestjs/common';
import { ActionNotAllowed, NotFound } from '@app/kernel';
import type { Tx } from '../database/tx.js';
import { Reads } from '../database/reads.js';
import type { Page } from '../http/paging.js';
import { JobWaker } from './job-waker.js';
import { isRunning } from './running-jobs.js';

/** WAITING for its time or a worker; RUNNING; FAILED, to be tried again; DONE; DEAD, after the last attempt. */
export const JOB_STATES = ['WAITING', 'RUNNING', 'FAILED', 'DONE', 'DEAD'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A message of the outbox as operators see it: never its payload. */
export interface Job {
  readonly id: string;
  readonly topic: string;
  readonly state: JobState;
  readonly attempts: number;
  /** How far a long job is; a job of one transaction has no total. */
  readonly progressDone: number;
  readonly progressTotal: number | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
}

const STATE = `CASE WHEN state <> 'WAITING' THEN state WHEN ${isRunning('id')} THEN 'RUNNING' WHEN attempts > 0 THEN 'FAILED' ELSE state END`;
const COLUMNS = `id, topic, ${STATE} AS state, attempts, progress_done AS "progressDone", progress_total AS "progressTotal",
  last_error AS "lastError", created_at AS "createdAt", due_at AS "dueAt", done_at AS "doneAt"`;

/** The jobs, for operators: what waits, what failed and why, what is dead and may be tried again. */
@Injectable()
export class Jobs {
  constructor(
    private readonly reads: Reads,
    private readonly waker: JobWaker,
  ) {}

  /** Newest first. */
  async list(state: JobState | undefined, limit: number, cursor?: string): Promise<Page<Job>> {
    const where = `($1::text IS NULL OR ${STATE} = $1)`;
    const keys = [{ sql: 'id', type: 'bigint' }] as const;
    const source = {
      columns: COLUMNS,
      from: 'platform.outbox',
      where,
      parameters: [state ?? null],
      keys,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }

  /** One job, for whoever asked for it. @param askedBy an account; null for an operator, who sees every job. @throws NotFound */
  async get(id: string, askedBy: string | null): Promise<Job> {
    const [job] = await this.reads.rows<Job>(
      `SELECT ${COLUMNS} FROM platform.outbox WHERE id = $1 AND ($2::uuid IS NULL OR asked_by = $2)`,
      [id, askedBy],
    );
    if (!job) throw new NotFound();
    return job;
  }

  /** Puts a dead message back in line, as if it had never been tried. @throws NotFound; ActionNotAllowed when it is not dead. */
  async retry(tx: Tx, id: string): Promise<Job> {
    const [job] = await tx.rows<Job>(`SELECT ${COLUMNS} FROM platform.outbox WHERE id = $1 FOR UPDATE`, [id]);
    if (!job) throw new NotFound();
    if (job.state !== 'DEAD') throw new ActionNotAllowed([], { zh: '该任务未失败终止', en: 'The job is not dead' });
    await tx.execute(`UPDATE platform.outbox SET state = 'WAITING', attempts = 0, due_at = now() WHERE id = $1`, [id]);
    tx.afterCommit(() => this.waker.wake());
    return tx.row<Job>(`SELECT ${COLUMNS} FROM platform.outbox WHERE id = $1`, [id]);
  }
}
