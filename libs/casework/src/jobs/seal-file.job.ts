import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { DailyJobs, Outbox, OutboxRelay, type DailyJob, type OutboxHandler, type Tx } from '@app/platform';
import { SEAL_FILE_TOPIC } from '../application/file/seal-file-topic.js';
import { SealFile } from '../application/file/seal-file.js';

/**
 * Seals the file of a case after the transaction that ended it; every day, also those of cases that ended before there
 * were seals, or that could not be sealed.
 */
@Injectable()
export class SealFileJob implements DailyJob, OutboxHandler, OnModuleInit {
  readonly name = 'casework.find-unsealed';
  readonly topic = SEAL_FILE_TOPIC;

  constructor(
    private readonly dailyJobs: DailyJobs,
    private readonly relay: OutboxRelay,
    private readonly outbox: Outbox,
    private readonly sealFile: SealFile,
  ) {}

  onModuleInit(): void {
    this.dailyJobs.register(this);
    this.relay.register(this);
  }

  async run(tx: Tx, day: LegalDate): Promise<void> {
    for (const caseId of await this.sealFile.unsealed(tx)) {
      await this.outbox.add(tx, { topic: this.topic, payload: { caseId }, uniqueKey: `${caseId}:${day}` });
    }
  }

  async handle(tx: Tx, { caseId }: Record<string, unknown>): Promise<void> {
    await this.sealFile.execute(tx, caseId as string);
  }
}
