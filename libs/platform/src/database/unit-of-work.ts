import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { currentRequest } from '../http/request-context.js';
import { Tx, type Actor } from './tx.js';

/** serialization_failure and deadlock_detected: the whole transaction may be tried again. */
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_ATTEMPTS = 5;

/**
 * Runs a change as one transaction: record, audit row, register entry, projections and outbox row
 * commit together or not at all. A deadlock or serialization failure runs the whole callback again
 * in a new transaction, so a callback must have no effect outside of its `tx`.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(actor, work);
      } catch (error) {
        if (!RETRYABLE.has((error as { code?: string }).code ?? '') || attempt === MAX_ATTEMPTS) throw error;
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  private async once<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const tx = new Tx(runner.manager, actor, this.clock.now(), this.clock.today());
      const result = await work(tx);
      await markIdempotentRequest(tx);
      await runner.commitTransaction();
      tx.runEffects();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * Notes on the request's Idempotency-Key, in the same transaction, that its effect has happened: a
 * process that dies before it answers leaves a key that will never run the effect again.
 */
async function markIdempotentRequest(tx: Tx): Promise<void> {
  const claim = currentRequest()?.idempotencyClaim;
  if (!claim) return;
  const marked = await tx.execute(
    `UPDATE platform.idempotency_key SET effective = true, resource = coalesce($3, resource)
      WHERE owner = $1 AND key = $2 AND attempt = $4 AND state = 'IN_FLIGHT'`,
    [claim.owner, claim.key, tx.resource ?? null, claim.attempt],
  );
  if (marked !== 1) throw new Error('the idempotency claim of this request was taken over by another attempt');
}
