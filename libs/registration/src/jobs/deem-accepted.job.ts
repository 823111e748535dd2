import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { DailyJobs, Outbox, OutboxRelay, type DailyJob, type OutboxHandler, type Tx } from '@app/platform';
import { AcceptApplication } from '../application/accept-application.js';
import { EstablishmentProcedure } from '../application/establishment-procedure.js';
import { MatterProcedures } from '../application/matters/matter-procedures.js';
import { PERMISSION } from '../domain/matters/permission.workflow.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';

/** Every day, finds the applications about which nobody said a word in five working days. */
@Injectable()
export class DeemAcceptedJob implements DailyJob, OutboxHandler, OnModuleInit {
  readonly name = 'establishment.find-silent';
  readonly topic = 'establishment.deem-accepted';

  constructor(
    private readonly acceptApplication: AcceptApplication,
    private readonly establishment: EstablishmentProcedure,
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
    const silent = await tx.rows<{ id: string; steps: number }>(
      `SELECT id, steps FROM casework.case WHERE procedure = ANY($1::text[]) AND state = 'SUBMITTED' AND due_on < $2 ORDER BY due_on`,
      [[ESTABLISHMENT.name, PERMISSION.name], day],
    );
    // The day is part of the key: a message that died is announced again the next day.
    for (const { id, steps } of silent) {
      await this.outbox.add(tx, {
        topic: this.topic,
        payload: { caseId: id, steps },
        uniqueKey: `${id}:${steps}:${day}`,
      });
    }
  }

  async handle(tx: Tx, { caseId, steps }: { caseId: string; steps: number }): Promise<void> {
    const [waiting] = await tx.rows<{ procedure: string }>(
      `SELECT procedure FROM casework.case WHERE id = $1 AND state = 'SUBMITTED' AND steps = $2 FOR UPDATE`,
      [caseId, steps],
    );
    // An officer may have spoken since the case was found.
    if (!waiting) return;
    const founding = waiting.procedure === ESTABLISHMENT.name;
    const procedure = founding ? this.establishment : (await this.matters.of(tx, caseId)).procedure;
    await this.acceptApplication.deem(tx, procedure, caseId);
  }
}
