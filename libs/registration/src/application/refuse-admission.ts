import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import type { Tx } from '@app/platform';
import { nonAdmissionGround } from '../domain/grounds.table.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { Decisions } from './decisions.js';
import { refuseAfterSilence } from './silence.js';
import { unknownGround } from './unknown-ground.js';

/** 不予受理: the matter needs no licence, or is not this registrar's; says where to go instead. */
@Injectable()
export class RefuseAdmission {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
    private readonly decisions: Decisions,
  ) {}

  /** @throws RuleViolated when there is no such ground. */
  async execute(
    tx: Tx,
    officer: Principal,
    id: string,
    expectedVersion: number,
    groundCode: string,
    reason: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, ESTABLISHMENT, id, 'not-admit', officer, expectedVersion);
    refuseAfterSilence(step.record, tx.today);
    const ground = nonAdmissionGround(groundCode, tx.today);
    if (!ground) throw unknownGround(groundCode);
    const number = await this.decisions.record(tx, step.record, { outcome: 'NOT_ADMITTED', ground, reason });
    await this.legalClock.stop(tx, id);
    await this.consultations.closeOpen(tx, id);
    await step.close({ reason, detail: { decisionNumber: number, ground: ground.id } });
  }
}
