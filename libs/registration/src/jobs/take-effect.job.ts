import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { DailyJobs, Outbox, OutboxRelay, type DailyJob, type OutboxHandler, type Tx } from '@app/platform';
import { GrantMatter } from '../application/matters/grant-matter.js';
import { MatterProcedures } from '../application/matters/matter-procedures.js';

/** Every day, enters what was approved for a day that has come. */
@Injectable()
export class TakeEffectJob implements DailyJob, OutboxHandler, OnModuleInit {
  readonly name = 'permission.find-due';
  readonly topic = 'permission.take-effect';

  constructor(
    private readonly grantMatter: GrantMatter,
    private readonly matters: MatterProcedures,
    private readonly outbox: Outbox,
    private readonly dailyJobs: DailyJobs,
    private readonly relay: OutboxRelay,
  ) {}

  onModuleInit(): void {
    this.dailyJobs.register(this);
    this.relay.register(this);
  }

  async run(tx: Tx, day: LegalDate): Promise<void> {
    // The day is part of the key: a message that died is announced again the next day.
    for (const caseId of await this.grantMatter.due(tx, day)) {
      await this.outbox.add(tx, { topic: this.topic, payload: { caseId }, uniqueKey: `${caseId}:${day}` });
    }
  }

  async handle(tx: Tx, { caseId }: { caseId: string }): Promise<void> {
    const rows = await tx.rows(`SELECT 1 FROM casework.case WHERE id = $1 AND state = 'AWAITING_EFFECT' FOR UPDATE`, [
      caseId,
    ]);
    // It may have been withdrawn, or have lapsed with its organization, since it was found.
    if (rows.length > 0) await this.grantMatter.takeEffect(tx, await this.matters.of(tx, caseId));
  }
}
