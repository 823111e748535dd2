import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SYSTEM, type Tx } from '../database/tx.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { runOutsideRequest } from '../http/request-context.js';
import { JobWaker } from './job-waker.js';
import { markRunning } from './running-jobs.js';

/** Carries out the messages of one topic. Its effect and the message's end commit together. */
export interface OutboxHandler {
  readonly topic: string;
  /** @returns what is left of a long job: it commits with what was done, and whichever worker is free goes on. */
  handle(tx: Tx, payload: Record<string, unknown>): Promise<void | Remainder>;
  /** After the last attempt, in the transaction that leaves the message DEAD. */
  exhausted?(tx: Tx, payload: Record<string, unknown>, error: Error): Promise<void>;
}

/** What a long job still has to do, and how far it is. */
export interface Remainder {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly progress: { readonly done: number; readonly total: number };
}

interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly payload: Record<string, unknown>;
  readonly attempts: number;
}

/** Whether this process carries out messages and announces jobs, or only writes them down. */
export const BACKGROUND = Symbol('BACKGROUND');

const MAX_ATTEMPTS = 8;

/**
 * Takes due messages one by one and hands each to its handler. The row lock is the lease: a process
 * that dies gives it back by dying. A failed message waits longer each time and at last stays DEAD
 * with its reason, for an operator to see.
 */
@Injectable()
export class OutboxRelay extends JobWaker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('OutboxRelay');
  private readonly handlers = new Map<string, OutboxHandler>();
  private running?: Promise<unknown>;
  private readonly walks = new Set<Promise<unknown>>();
  private again = false;
  private stopped = true;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(BACKGROUND) readonly background: boolean,
  ) {
    super();
  }

  register(handler: OutboxHandler): void {
    if (this.handlers.has(handler.topic)) throw new Error(`two handlers for ${handler.topic}`);
    this.handlers.set(handler.topic, handler);
  }

  onApplicationBootstrap(): void {
    if (!this.background) return;
    this.stopped = false;
    this.wake();
  }

  /** Before the queue and the database are closed: each job at hand is finished, the others are left to others. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled(this.walks);
  }

  /** Looks for due messages now; many calls at once make one walk. */
  override wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= runOutsideRequest(() => this.drain()).then(
      () => (this.running = undefined),
      (error: Error) => {
        this.running = undefined;
        this.logger.error(`the relay stopped early: ${error.message}`);
      },
    );
  }

  /** Carries out everything that is due, in this call. @returns how many messages were done. */
  async drain(): Promise<number> {
    const walk = this.walk();
    this.walks.add(walk);
    return walk.finally(() => this.walks.delete(walk));
  }

  private async walk(): Promise<number> {
    let done = 0;
    do {
      this.again = false;
      while (!this.stopped && (await this.takeOne())) done += 1;
    } while (this.again && !this.stopped);
    return done;
  }

  private async takeOne(): Promise<boolean> {
    let taken: OutboxRow | undefined;
    try {
      return await this.unitOfWork.run(SYSTEM, async (tx) => {
        [taken] = await tx.rows<OutboxRow>(
          `WITH taken AS MATERIALIZED (
             SELECT id, topic, payload, attempts FROM platform.outbox
              WHERE state = 'WAITING' AND due_at <= now() AND topic = ANY($1)
              ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
           SELECT *, ${markRunning('id')} FROM taken`,
          [[...this.handlers.keys()]],
        );
        if (!taken) return false;
        const left = await this.handlers.get(taken.topic)!.handle(tx, taken.payload);
        await (left ? this.goOn(tx, taken.id, left) : this.end(tx, taken.id));
        return true;
      });
    } catch (error) {
      if (!taken) throw error;
      await this.postpone(taken, error as Error);
      return true;
    }
  }

  private async end(tx: Tx, id: string): Promise<void> {
    await tx.execute(
      `UPDATE platform.outbox SET state = 'DONE', done_at = now(), progress_done = coalesce(progress_total, 0) WHERE id = $1`,
      [id],
    );
  }

  private async goOn(tx: Tx, id: string, { payload, progress }: Remainder): Promise<void> {
    await tx.execute(
      `UPDATE platform.outbox SET payload = $2, progress_done = $3, progress_total = $4, attempts = 0, due_at = now()
        WHERE id = $1`,
      [id, JSON.stringify(payload), progress.done, progress.total],
    );
  }

  private async postpone(row: OutboxRow, error: Error): Promise<void> {
    const attempts = row.attempts + 1;
    this.logger.warn(`${row.topic} ${row.id} failed, attempt ${attempts}: ${error.message}`);
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      const postponed = await tx.execute(
        `UPDATE platform.outbox SET attempts = $2::int, last_error = left($3, 500),
                state = CASE WHEN $2::int >= $4::int THEN 'DEAD' ELSE state END,
                due_at = now() + make_interval(secs => least(3600, 2 ^ $2::int))
          WHERE id = $1 AND state = 'WAITING'`,
        [row.id, attempts, error.message, MAX_ATTEMPTS],
      );
      if (postponed === 1 && attempts >= MAX_ATTEMPTS) {
        await this.handlers.get(row.topic)!.exhausted?.(tx, row.payload, error);
      }
    });
  }
}
