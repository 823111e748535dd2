import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DailyJobs, type DailyJob, type Tx } from '@app/platform';
import { SweepDocuments } from '../application/sweep-documents.js';

@Injectable()
export class SweepDocumentsJob implements DailyJob, OnModuleInit {
  readonly name = 'sweep-documents';

  constructor(
    private readonly jobs: DailyJobs,
    private readonly sweep: SweepDocuments,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run(tx: Tx): Promise<void> {
    await this.sweep.execute(tx);
  }
}
