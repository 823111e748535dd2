import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import { ActionNotAllowed } from '@app/kernel';
import type { Tx } from '@app/platform';
import { nonAdmissionGround } from '../domain/grounds.table.js';
import { Decisions } from './decisions.js';
import { refuseAfterSilence } from './silence.js';
import { unknownGround } from './unknown-ground.js';
import type { Procedure } from './procedure.js';

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
    procedure: Procedure,
    officer: Principal,
    id: string,
    expectedVersion: number,
    groundCode: string,
    reason: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'not-admit', officer, expectedVersion);
    refuseAfterSilence(step.record, tx.today);
    const ground = nonAdmissionGround(groundCode, tx.today);
    if (!ground) throw unknownGround(groundCode);
    if (ground.value.code === 'N4') await this.requireNotice(tx, id);
    const number = await this.decisions.record(tx, step.record, {
      outcome: 'NOT_ADMITTED',
      ground,
      reason,
      rules: await procedure.rules(tx, id),
    });
    await this.legalClock.stop(tx, id);
    await this.consultations.closeOpen(tx, id);
    await step.close({ reason, detail: { decisionNumber: number, ground: ground.id } });
  }

  /** 仍未补正 presupposes that the applicant was told what to correct (许可法 第三十二条第一款第(四)项). */
  private async requireNotice(tx: Tx, caseId: string): Promise<void> {
    const notices = await tx.rows('SELECT 1 FROM registration.correction_notice WHERE case_id = $1', [caseId]);
    if (notices.length > 0) return;
    throw new ActionNotAllowed(['request-correction'], {
      zh: '尚未一次告知补正，不得以未补正为由不予受理',
      en: 'The applicant was not told what to correct yet',
    });
  }
}
