import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { JobWaker } from './job-waker.js';

/** What a module asks to happen after its transaction, at the earliest at `dueAt`. */
export interface OutboxMessage {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A message with a key that was used before is not written again. */
  readonly uniqueKey?: string;
  readonly dueAt?: Date;
}

/**
 * Effects outside the transaction that decides them: written with it, carried out after it by the
 * relay, in this process or another.
 */
@Injectable()
export class Outbox {
  constructor(private readonly waker: JobWaker) {}

  async add(tx: Tx, message: OutboxMessage): Promise<void> {
    await tx.execute(
      `INSERT INTO platform.outbox (topic, payload, unique_key, due_at) VALUES ($1, $2, $3, coalesce($4, now()))
       ON CONFLICT (topic, unique_key) DO NOTHING`,
      [message.topic, JSON.stringify(message.payload), message.uniqueKey ?? null, message.dueAt ?? null],
    );
    tx.afterCommit(() => this.waker.wake());
  }
}
