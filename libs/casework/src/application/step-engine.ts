import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { NotFound, RuleViolated, type Violation } from '@app/kernel';
import { Outbox, requireVersion, SYSTEM, type Tx } from '@app/platform';
import type { CaseRecord, CaseWorkflow } from '../domain/case.js';
import { mayRead } from '../domain/case.policy.js';
import { permittedStep } from '../domain/step-attempt.js';
import { lockCase, recusedFrom, stepsOf } from '../persistence/case-rows.js';
import { OpenedStep, type StepClosing } from './opened-step.js';
import { StepGuards, type StepFinding } from './step-guards.js';
import { StepNotices } from './step-notices.js';

export interface StepInput extends StepClosing {
  /** The version the caller read (If-Match); absent for the system's own steps. */
  readonly expectedVersion?: number;
}

/**
 * Takes steps along a workflow table. `open` locks the case and answers every question that does not
 * depend on the step's own content: is there such an edge, may this person take it, does anything in
 * the register stand against it. The use case then does its work and closes the step.
 */
@Injectable()
export class StepEngine {
  constructor(
    private readonly guards: StepGuards,
    private readonly audit: Audit,
    private readonly notices: StepNotices,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws NotFound when the case is not there or not the caller's to know of; StaleVersion;
   *   ActionNotAllowed with what can be done instead; NotPermitted; RuleViolated for a bar in the register.
   */
  async open(
    tx: Tx,
    workflow: CaseWorkflow,
    caseId: string,
    action: string,
    by: Principal | typeof SYSTEM,
    expectedVersion?: number,
  ): Promise<OpenedStep> {
    const principal = by === SYSTEM ? undefined : (by as Principal);
    const record = await lockCase(tx, caseId);
    if (!record || record.procedure !== workflow.name || (principal && !mayRead(principal, record))) {
      throw new NotFound();
    }
    if (expectedVersion !== undefined) requireVersion(record.version, expectedVersion);
    const situation = { record, steps: await stepsOf(tx, caseId), recused: await recusedFrom(tx, caseId) };
    const permitted = permittedStep({ workflow, action, situation, principal });
    const findings = await this.guards.ask(tx, record, action);
    const bars = findings.filter(({ effect }) => effect === 'BAR');
    if (bars.length > 0) throw new RuleViolated(bars.map(violationOf));
    return new OpenedStep(tx, this.audit, this.notices, this.outbox, workflow, action, record, permitted, findings);
  }

  /** Opens and closes a step that has no work of its own. */
  async take(
    tx: Tx,
    workflow: CaseWorkflow,
    caseId: string,
    action: string,
    by: Principal | typeof SYSTEM,
    { expectedVersion, ...closing }: StepInput = {},
  ): Promise<CaseRecord> {
    return (await this.open(tx, workflow, caseId, action, by, expectedVersion)).close(closing);
  }
}

function violationOf({ code, pointer, reason, citation }: StepFinding): Violation {
  return { code, pointer, message: { zh: reason, en: reason }, citation };
}
