import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { StepEngine } from '@app/casework';
import { RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ConditionFinding } from '../../domain/governance/nomination.js';
import {
  decisionDayViolations,
  findingViolations,
  nominationViolations,
  unmetConditions,
} from '../../domain/governance/recognition.rules.js';
import { RECOGNITION } from '../../domain/governance/recognition.workflow.js';
import { GovernanceFiles } from './governance-files.js';
import { GroupDecisions, type DecisionInput } from './group-decisions.js';
import { NominationReview } from './nomination-review.js';

/** A nomination is reviewed against the four conditions and decided by the leading group. */
@Injectable()
export class DecideRecognition {
  constructor(
    private readonly engine: StepEngine,
    private readonly files: GovernanceFiles,
    private readonly review: NominationReview,
    private readonly decisions: GroupDecisions,
  ) {}

  /** The review officer finds each condition met or not. @throws RuleViolated when one has no finding. */
  async completeReview(
    tx: Tx,
    by: Principal,
    id: string,
    version: number,
    findings: readonly ConditionFinding[],
  ): Promise<void> {
    const step = await this.engine.open(tx, RECOGNITION, id, 'complete-review', by, version);
    const violations = findingViolations(findings);
    if (violations.length > 0) throw new RuleViolated(violations);
    await this.files.keepFindings(tx, id, findings);
    await step.close({ detail: { met: findings.filter(({ met }) => met).map(({ condition }) => condition) } });
  }

  /** @throws RuleViolated when a condition is not met, or the register stands against it by now. */
  async recognize(tx: Tx, by: Principal, id: string, version: number, input: DecisionInput): Promise<void> {
    const step = await this.engine.open(tx, RECOGNITION, id, 'recognize', by, version);
    const { nominated, findings } = (await this.files.recognition(id, tx))!;
    const violations = [
      ...unmetConditions(findings!),
      ...nominationViolations(nominated, await this.review.facts(tx, nominated)),
      ...decisionDayViolations(input.decidedOn, step.record.receivedOn!, tx.today),
    ];
    if (violations.length > 0) throw new RuleViolated(violations);
    await this.files.decideRecognition(tx, id, await this.decisions.of(tx, by, step.record.authority, input));
    await step.close({ detail: { documentNumber: input.documentNumber } });
  }

  /** @throws RuleViolated when its day cannot be. */
  async refuse(
    tx: Tx,
    by: Principal,
    id: string,
    version: number,
    { reason, ...input }: DecisionInput & { reason: string },
  ): Promise<void> {
    const step = await this.engine.open(tx, RECOGNITION, id, 'refuse', by, version);
    const violations = decisionDayViolations(input.decidedOn, step.record.receivedOn!, tx.today);
    if (violations.length > 0) throw new RuleViolated(violations);
    await this.files.decideRecognition(tx, id, await this.decisions.of(tx, by, step.record.authority, input));
    await step.close({ reason, detail: { documentNumber: input.documentNumber } });
  }
}
