import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DailyJobs, type DailyJob, type Tx } from '@app/platform';
import { SealLogs } from './seal-logs.js';

/** Seals what was written since yesterday. */
@Injectable()
export class SealJob implements DailyJob, OnModuleInit {
  readonly name = 'audit.seal';

  constructor(
    private readonly sealLogs: SealLogs,
    private readonly dailyJobs: DailyJobs,
  ) {}

  onModuleInit(): void {
    this.dailyJobs.register(this);
  }

  async run(tx: Tx): Promise<void> {
    await this.sealLogs.execute(tx);
  }
}
