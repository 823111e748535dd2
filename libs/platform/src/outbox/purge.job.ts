import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import { DailyJobs, type DailyJob } from './daily-jobs.js';

/** Lets go of what has done its service: used Idempotency-Keys after 7 days, finished messages after 30. */
@Injectable()
export class PurgeJob implements DailyJob, OnModuleInit {
  readonly name = 'platform.purge';

  constructor(private readonly dailyJobs: DailyJobs) {}

  onModuleInit(): void {
    this.dailyJobs.register(this);
  }

  async run(tx: Tx): Promise<void> {
    await tx.execute(`DELETE FROM platform.idempotency_key WHERE claimed_at < now() - interval '7 days'`);
    await tx.execute(`DELETE FROM platform.outbox WHERE state = 'DONE' AND done_at < now() - interval '30 days'`);
  }
}
