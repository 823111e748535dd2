import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { ActionNotAllowed, cite, NotFound, NotPermitted, RuleViolated, type Citation, type Edge } from '@app/kernel';
import { requireVersion, SYSTEM, type Tx } from '@app/platform';
import type { CaseRecord, CaseWorkflow, Party } from '../domain/case.js';
import { actionsFor, hindrance, mayRead, partiesOf, type CaseSituation } from '../domain/case.policy.js';
import { HINDRANCE_TEXTS } from '../domain/hindrance-texts.js';
import { insertStep, lockCase, recusedFrom, stepsOf } from '../persistence/case-rows.js';
import { StepGuards, type StepFinding } from './step-guards.js';

export interface StepClosing {
  readonly reason?: string;
  /** What the step records besides; references and figures, no personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** The ground of this very step, where the law gives another than the table's. */
  readonly citation?: Citation;
}

export interface StepInput extends StepClosing {
  /** The version the caller read (If-Match); absent for the system's own steps. */
  readonly expectedVersion?: number;
}

export interface OpenedStep {
  readonly record: CaseRecord;
  readonly edge: Edge<string, Party>;
  readonly warnings: readonly StepFinding[];
  /** Writes the step, moves the case, and gives the case as it stands after it. */
  close(input?: StepClosing): Promise<CaseRecord>;
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
    const record = await lockCase(tx, caseId);
    const principal = by === SYSTEM ? undefined : (by as Principal);
    if (!record || record.procedure !== workflow.name || (principal && !mayRead(principal, record)))
      throw new NotFound();
    if (expectedVersion !== undefined) requireVersion(record.version, expectedVersion);
    const situation = { record, steps: await stepsOf(tx, caseId), recused: await recusedFrom(tx, caseId) };
    const edge = workflow.states[record.state].on[action];
    const party = edge && (principal ? this.partyOf(workflow, edge, principal, situation, action) : 'SYSTEM');
    if (!edge || !party) throw this.notAllowed(workflow, action, principal, situation);
    const findings = await this.guards.ask(tx, record, action);
    const bars = findings.filter(({ effect }) => effect === 'BAR');
    if (bars.length > 0) throw new RuleViolated(bars.map(violationOf));
    const warnings = findings.filter(({ effect }) => effect === 'WARN');
    return {
      record,
      edge,
      warnings,
      close: (input = {}) => this.close(tx, workflow, record, action, edge, party, warnings, input),
    };
  }

  /** Opens and closes a step that has no work of its own. */
  async take(
    tx: Tx,
    workflow: CaseWorkflow,
    caseId: string,
    action: string,
    by: Principal | typeof SYSTEM,
    input: StepInput = {},
  ): Promise<CaseRecord> {
    const step = await this.open(tx, workflow, caseId, action, by, input.expectedVersion);
    return step.close(input);
  }

  private partyOf(
    workflow: CaseWorkflow,
    edge: Edge<string, Party>,
    principal: Principal,
    situation: CaseSituation,
    action: string,
  ): Party {
    const found = hindrance(edge, principal, situation);
    if (found === 'HELD_BY_ANOTHER') {
      throw new ActionNotAllowed(actionsFor(workflow, principal, situation), HINDRANCE_TEXTS[found]);
    }
    if (found === 'NOT_YOUR_ROLE' && !this.isTold(principal, situation))
      throw this.notAllowed(workflow, action, principal, situation);
    if (found) throw new NotPermitted(HINDRANCE_TEXTS[found]);
    const parties = partiesOf(principal, situation.record);
    return edge.by.find((party) => parties.has(party))!;
  }

  /** An officer is told that a step is another's; an applicant only what is possible for him. */
  private isTold(principal: Principal, { record }: CaseSituation): boolean {
    return principal.accountId !== record.applicantId;
  }

  private notAllowed(
    workflow: CaseWorkflow,
    action: string,
    principal: Principal | undefined,
    situation: CaseSituation,
  ): ActionNotAllowed {
    const allowed = principal ? actionsFor(workflow, principal, situation) : [];
    const { title } = workflow.states[situation.record.state];
    const name = workflow.actions[action] ?? { zh: action, en: action };
    return new ActionNotAllowed(allowed, {
      zh: `案件处于“${title.zh}”，不能${name.zh}`,
      en: `The case is "${title.en}"; "${name.en}" is not possible`,
    });
  }

  private async close(
    tx: Tx,
    workflow: CaseWorkflow,
    record: CaseRecord,
    action: string,
    edge: Edge<string, Party>,
    party: Party,
    warnings: readonly StepFinding[],
    { reason, detail = {}, citation = edge.citation }: StepClosing,
  ): Promise<CaseRecord> {
    await insertStep(tx, {
      caseId: record.id,
      number: record.steps + 1,
      action,
      fromState: record.state,
      party,
      legalDate: tx.today,
      citation,
      reason: reason ?? null,
      detail: warnings.length > 0 ? { ...detail, warnings } : detail,
    });
    await this.audit.record(tx, {
      action: `${workflow.name}.${action}`,
      subjectType: 'case',
      subjectId: record.id,
      ground: citation,
      detail: { from: record.state, to: edge.to },
    });
    return (await lockCase(tx, record.id))!;
  }
}

function violationOf({ code, pointer, reason, citation }: StepFinding) {
  return { code, pointer, message: { zh: reason, en: reason }, citation: cite(citation.law, citation.article) };
}
