import { Injectable } from '@nestjs/common';
import { ActionNotAllowed, NotFound } from '@app/kernel';
import type { Tx } from '../database/tx.js';
import { Reads } from '../database/reads.js';
import type { Page } from '../http/paging.js';
import { JobWaker } from './job-waker.js';

export const JOB_STATES = ['WAITING', 'DONE', 'DEAD'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A message of the outbox as operators see it: never its payload. */
export interface Job {
  readonly id: string;
  readonly topic: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
}

const COLUMNS = `id, topic, state, attempts, last_error AS "lastError", created_at AS "createdAt", due_at AS "dueAt", done_at AS "doneAt"`;

/** The jobs, for operators: what waits, what failed and why, what is dead and may be tried again. */
@Injectable()
export class Jobs {
  constructor(
    private readonly reads: Reads,
    private readonly waker: JobWaker,
  ) {}

  /** Newest first. */
  async list(state: JobState | undefined, limit: number, cursor?: string): Promise<Page<Job>> {
    const where = '($1::text IS NULL OR state = $1)';
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
