import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import { ActionNotAllowed, RuleViolated, type LegalDate } from '@app/kernel';
import { SYSTEM, type Tx } from '@app/platform';
import { Register, RegisterQueries } from '@app/register';
import { matterRows, matterViolations } from '../../domain/matters/matters.js';
import type { FiledMatter } from '../../domain/matters/matter-content.js';
import type { MatterFacts } from '../../domain/matters/matter.facts.js';
import { MatterFiles } from '../../persistence/matter-files.js';
import { Certificates } from '../certificates.js';
import { Decisions } from '../decisions.js';
import { Representatives } from '../representatives.js';
import { EnterMatter } from './enter-matter.js';
import type { OpenMatter } from './matter-procedures.js';
import { MatterReview } from './matter-review.js';

/** 准予: decision, entries and what follows from them, in one transaction; or now, as of a later day. */
@Injectable()
export class GrantMatter {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
    private readonly files: MatterFiles,
    private readonly review: MatterReview,
    private readonly decisions: Decisions,
    private readonly certificates: Certificates,
    private readonly representatives: Representatives,
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly enterMatter: EnterMatter,
  ) {}

  /** @throws RuleViolated with every rule that it breaks today; ActionNotAllowed when it asks for the other kind of approval. */
  async execute(
    tx: Tx,
    { matter, file, procedure }: OpenMatter,
    officer: Principal,
    action: 'approve' | 'approve-for-later',
    expectedVersion: number,
    reason?: string,
  ): Promise<void> {
    const { caseId, subjectId, creditCode } = file;
    const step = await this.engine.open(tx, procedure.workflow, caseId, action, officer, expectedVersion);
    const { filed, facts } = await this.judged(tx, { matter, file, procedure });
    const later = asksForLater(matter.effectiveOn?.(facts), tx.today);
    if (later !== (action === 'approve-for-later')) throw otherApproval(later);
    const certificateNumber = matter.certificate?.(facts)
      ? await this.certificates.number(tx, step.record.authority)
      : undefined;
    const certificateDueOn = certificateNumber ? await this.certificates.owe(tx, step.record) : undefined;
    const decisionNumber = await this.decisions.record(tx, step.record, {
      outcome: 'APPROVED',
      reason,
      citation: matter.ground[facts.organization.kind],
      rules: matterRows(matter, facts, tx.today),
      granted: { subjectId, creditCode, certificateNumber, certificateDueOn },
    });
    await this.legalClock.stop(tx, caseId);
    await this.consultations.closeOpen(tx, caseId);
    const effectiveOn = matter.effectiveOn?.(facts);
    await step.close({ reason, detail: { decisionNumber, creditCode, certificateNumber, effectiveOn } });
    if (later) await this.files.awaitEffect(tx, caseId, effectiveOn!);
    else
      await this.enterMatter.enter(tx, matter, file, filed, facts, {
        certificateNumber: certificateNumber ?? '',
        decisionNumber,
      });
  }

  /** The approvals whose day has come, by case. */
  due(tx: Tx, day: LegalDate): Promise<string[]> {
    return this.files.due(tx, day);
  }

  /** What was approved for a later day, on that day. @throws RuleViolated when the law or the register stand against it by then. */
  async takeEffect(tx: Tx, open: OpenMatter): Promise<void> {
    const { matter, file, procedure } = open;
    const step = await this.engine.open(tx, procedure.workflow, file.caseId, 'take-effect', SYSTEM);
    const { filed, facts } = await this.judged(tx, open);
    const { number, certificateNumber } = await tx.row<{ number: string; certificateNumber: string | null }>(
      'SELECT number, certificate_number AS "certificateNumber" FROM registration.decision WHERE case_id = $1',
      [file.caseId],
    );
    await step.close();
    const numbers = { decisionNumber: number, certificateNumber: certificateNumber ?? '' };
    await this.enterMatter.enter(tx, matter, file, filed, facts, numbers);
  }

  /** What was filed, held against the law and the register, which nobody changes until the transaction ends. */
  private async judged(tx: Tx, { matter, file }: OpenMatter): Promise<{ filed: FiledMatter; facts: MatterFacts }> {
    const filed = await this.files.filed(file.caseId, tx);
    await this.register.lock(tx, file.subjectId);
    for (const code of [...(filed.merger?.absorbed ?? [])].sort()) await this.lockOther(tx, code);
    await this.representatives.lock(tx, filed.people);
    if (filed.change?.name) {
      const { state } = await this.queries.organization(file.creditCode, tx);
      await this.register.lockName(tx, state.authority, filed.change.name);
    }
    // The day it was asked for has come by the time it takes effect.
    const asked = filed.change?.effectiveOn;
    const now =
      asked !== undefined && asked < tx.today
        ? { ...filed, change: { ...filed.change!, effectiveOn: tx.today } }
        : filed;
    const facts = await this.review.facts(now, tx.today, tx);
    const violations = matterViolations(matter, facts, tx.today);
    if (violations.length > 0) throw new RuleViolated(violations);
    return { filed, facts };
  }

  private async lockOther(tx: Tx, creditCode: string): Promise<void> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT subject_id AS id FROM register.organization WHERE credit_code = $1',
      [creditCode],
    );
    for (const { id } of rows) await this.register.lock(tx, id);
  }
}

function asksForLater(effectiveOn: LegalDate | undefined, today: LegalDate): boolean {
  return effectiveOn !== undefined && effectiveOn > today;
}

function otherApproval(later: boolean): ActionNotAllowed {
  return later
    ? new ActionNotAllowed(['approve-for-later'], {
        zh: '申请于以后的日期生效，请作出到期生效的决定',
        en: 'It is asked for as of a later day',
      })
    : new ActionNotAllowed(['approve'], { zh: '申请没有要求以后生效', en: 'It is not asked for as of a later day' });
}
