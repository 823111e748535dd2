import { type Audit } from '@app/audit';
import type { Citation } from '@app/kernel';
import type { Outbox, Tx } from '@app/platform';
import type { CaseRecord, CaseWorkflow } from '../domain/case.js';
import type { PermittedStep } from '../domain/step-attempt.js';
import { insertStep, lockCase } from '../persistence/case-rows.js';
import { SEAL_FILE_TOPIC } from './file/seal-file-topic.js';
import type { StepFinding } from './step-guards.js';
import type { StepNotices } from './step-notices.js';

export interface StepClosing {
  readonly reason?: string;
  /** What the step records besides; references and figures, no personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** The ground of this very step, where the law gives another than the table's. */
  readonly citation?: Citation;
}

/** A step that may be taken, on a case that is locked: the use case does its work and closes it. */
export class OpenedStep {
  constructor(
    private readonly tx: Tx,
    private readonly audit: Audit,
    private readonly notices: StepNotices,
    private readonly outbox: Outbox,
    private readonly workflow: CaseWorkflow,
    private readonly action: string,
    /** The case as it stands before the step. */
    readonly record: CaseRecord,
    private readonly permitted: PermittedStep,
    private readonly warnings: readonly StepFinding[],
  ) {}

  /** Writes the step, which moves the case. @returns the case as it stands after it. */
  async close({ reason, detail = {}, citation = this.permitted.edge.citation }: StepClosing = {}): Promise<CaseRecord> {
    const { tx, action, record, warnings } = this;
    const { edge, party } = this.permitted;
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
      action: `${this.workflow.name}.${action}`,
      subjectType: 'case',
      subjectId: record.id,
      ground: citation,
      detail: { from: record.state, to: edge.to },
    });
    const after = (await lockCase(tx, record.id))!;
    await this.notices.tell(tx, after, { action, party, internal: edge.internal });
    // After the commit: what the use case has yet to write, the entries above all, belongs to the case as well.
    if (after.closed) await this.outbox.add(tx, { topic: SEAL_FILE_TOPIC, payload: { caseId: record.id } });
    return after;
  }
}
