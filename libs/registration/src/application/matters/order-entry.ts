import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Cases, StepEngine } from '@app/casework';
import { Documents } from '@app/documents';
import { RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Register } from '@app/register';
import { appliedLaw, matterViolations } from '../../domain/matters/matters.js';
import { Applications } from '../../persistence/applications.js';
import { MatterFiles } from '../../persistence/matter-files.js';
import { Decisions } from '../decisions.js';
import { EnterMatter } from './enter-matter.js';
import type { OpenMatter } from './matter-procedures.js';
import { requireRight } from './matter-rights.js';
import { MatterReview } from './matter-review.js';
import { TellOrganization } from './tell-organization.js';

/** 依职权: what the registrar enters of its own motion, proposed by one officer and ordered by another. */
@Injectable()
export class OrderEntry {
  constructor(
    private readonly engine: StepEngine,
    private readonly cases: Cases,
    private readonly files: MatterFiles,
    private readonly applications: Applications,
    private readonly documents: Documents,
    private readonly review: MatterReview,
    private readonly decisions: Decisions,
    private readonly register: Register,
    private readonly tellOrganization: TellOrganization,
    private readonly enterMatter: EnterMatter,
  ) {}

  /** @throws RuleViolated with every rule that the proposal breaks: an office does not insist. */
  async propose(
    tx: Tx,
    { matter, file, procedure }: OpenMatter,
    officer: Principal,
    expectedVersion: number,
  ): Promise<void> {
    const { caseId, creditCode } = file;
    const step = await this.engine.open(tx, procedure.workflow, caseId, 'propose', officer, expectedVersion);
    requireRight(officer, matter, { creditCode, authority: step.record.authority });
    const filed = await this.files.filed(caseId, tx);
    const violations = await this.review.violations(filed, tx.today, tx);
    if (violations.length > 0) throw new RuleViolated(violations);
    await this.documents.attach(
      tx,
      filed.documents.map(({ documentId }) => documentId),
      'case',
      caseId,
    );
    const submission = await this.applications.keepSubmission(tx, caseId, tx.today, []);
    await this.cases.receive(tx, caseId, tx.today, null);
    await step.close({ detail: { submission } });
  }

  /** @throws RuleViolated with every rule that it breaks today. */
  async order(
    tx: Tx,
    { matter, file, procedure }: OpenMatter,
    officer: Principal,
    expectedVersion: number,
    reason?: string,
  ): Promise<void> {
    const { caseId, subjectId, creditCode } = file;
    const step = await this.engine.open(tx, procedure.workflow, caseId, 'order', officer, expectedVersion);
    await this.register.lock(tx, subjectId);
    const filed = await this.files.filed(caseId, tx);
    const name = filed.correction?.name ?? filed.remedy?.name;
    if (name) await this.register.lockName(tx, step.record.authority, name);
    const facts = await this.review.facts(filed, tx.today, tx);
    const violations = matterViolations(matter, facts, tx.today);
    if (violations.length > 0) throw new RuleViolated(violations);
    const decisionNumber = await this.decisions.record(tx, step.record, {
      outcome: 'ORDERED',
      reason,
      ...appliedLaw(matter, facts, tx.today),
      granted: { subjectId, creditCode },
    });
    await step.close({ reason, detail: { decisionNumber, creditCode } });
    await this.enterMatter.enter(tx, matter, file, filed, facts, { decisionNumber });
    const { authority, title } = step.record;
    await this.tellOrganization.execute(tx, { creditCode, authority, title, decisionNumber });
  }

  async reject(
    tx: Tx,
    { matter, file, procedure }: OpenMatter,
    officer: Principal,
    expectedVersion: number,
    reason: string,
  ): Promise<void> {
    const { caseId } = file;
    const step = await this.engine.open(tx, procedure.workflow, caseId, 'reject', officer, expectedVersion);
    const facts = await this.review.facts(await this.files.filed(caseId, tx), tx.today, tx);
    const decisionNumber = await this.decisions.record(tx, step.record, {
      outcome: 'REJECTED',
      reason,
      ...appliedLaw(matter, facts, tx.today),
    });
    await step.close({ reason, detail: { decisionNumber } });
  }

  async return(
    tx: Tx,
    { file, procedure }: OpenMatter,
    officer: Principal,
    expectedVersion: number,
    reason: string,
  ): Promise<void> {
    await this.engine.take(tx, procedure.workflow, file.caseId, 'return', officer, { expectedVersion, reason });
  }
}
