import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import type { Tx } from '@app/platform';
import { Decisions } from './decisions.js';
import { unknownGround } from './unknown-ground.js';
import type { Procedure } from './procedure.js';

/** 不予登记: one of the grounds of the Regulations, with a reason and the rights against it (许可法 第三十八条第二款). */
@Injectable()
export class RefuseRegistration {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
    private readonly decisions: Decisions,
  ) {}

  /** @throws RuleViolated when the kind knows no such ground. */
  async execute(
    tx: Tx,
    procedure: Procedure,
    officer: Principal,
    id: string,
    expectedVersion: number,
    groundCode: string,
    reason: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'refuse', officer, expectedVersion);
    const ground = await procedure.refusalGround(tx, id, groundCode);
    if (!ground) throw unknownGround(groundCode);
    const number = await this.decisions.record(tx, step.record, {
      outcome: 'REFUSED',
      ground,
      reason,
      rules: await procedure.rules(tx, id),
    });
    await this.legalClock.stop(tx, id);
    await this.consultations.closeOpen(tx, id);
    await step.close({ reason, detail: { decisionNumber: number, ground: ground.id } });
  }
}
