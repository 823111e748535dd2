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

  /** @returns the id of the job; undefined when its key was used before. */
  async add(tx: Tx, { topic, payload, uniqueKey, dueAt }: OutboxMessage): Promise<string | undefined> {
    const rows = await tx.rows<{ id: string }>(
      `INSERT INTO platform.outbox (topic, payload, unique_key, due_at, asked_by)
       VALUES ($1, $2, $3, coalesce($4, now()), $5) ON CONFLICT (topic, unique_key) DO NOTHING RETURNING id`,
      [topic, JSON.stringify(payload), uniqueKey ?? null, dueAt ?? null, tx.actor.accountId],
    );
    tx.afterCommit(() => this.waker.wake());
    return rows.at(0)?.id;
  }
}
