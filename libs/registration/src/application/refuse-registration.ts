import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import type { Tx } from '@app/platform';
import { refusalGround } from '../domain/grounds.table.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { Applications } from '../persistence/applications.js';
import { Decisions } from './decisions.js';
import { unknownGround } from './unknown-ground.js';

/** 不予登记: one of the grounds of the Regulations, with a reason and the rights against it (许可法 第三十八条第二款). */
@Injectable()
export class RefuseRegistration {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
    private readonly applications: Applications,
    private readonly decisions: Decisions,
  ) {}

  /** @throws RuleViolated when the kind knows no such ground. */
  async execute(
    tx: Tx,
    officer: Principal,
    id: string,
    expectedVersion: number,
    groundCode: string,
    reason: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, ESTABLISHMENT, id, 'refuse', officer, expectedVersion);
    const { kind } = await this.applications.get(id, tx);
    const ground = refusalGround(kind, groundCode);
    if (!ground) throw unknownGround(groundCode);
    const number = await this.decisions.record(tx, step.record, { outcome: 'REFUSED', ground, reason });
    await this.legalClock.stop(tx, id);
    await this.consultations.closeOpen(tx, id);
    await step.close({ reason, detail: { decisionNumber: number, ground: ground.id } });
  }
}
