import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import { ActionNotAllowed, RuleViolated, type LegalDate, type Violation } from '@app/kernel';
import { SYSTEM, type Tx } from '@app/platform';
import { Register, RegisterQueries } from '@app/register';
import { appliedLaw, matterViolations } from '../../domain/matters/matters.js';
import type { FiledMatter } from '../../domain/matters/matter-content.js';
import type { MatterFacts } from '../../domain/matters/matter.facts.js';
import { changedItems } from '../../domain/matters/change.matter.js';
import { MatterFiles, type MatterFile } from '../../persistence/matter-files.js';
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
    // What is to be printed on it holds only from its day on.
    const certificateDueOn = certificateNumber && !later ? await this.certificates.owe(tx, step.record) : undefined;
    const decisionNumber = await this.decisions.record(tx, step.record, {
      outcome: 'APPROVED',
      reason,
      ...appliedLaw(matter, facts, tx.today),
      granted: { subjectId, creditCode, certificateNumber, certificateDueOn },
    });
    await this.legalClock.stop(tx, caseId);
    await this.consultations.closeOpen(tx, caseId);
    const effectiveOn = matter.effectiveOn?.(facts);
    await step.close({ reason, detail: { decisionNumber, creditCode, certificateNumber, effectiveOn } });
    const numbers = { certificateNumber, decisionNumber };
    if (!later) await this.enterMatter.enter(tx, matter, file, filed, facts, numbers);
    else await this.files.awaitEffect(tx, caseId, effectiveOn!, changedItems(filed.change!, facts.organization));
  }

  /** The approvals whose day has come, by case. */
  due(tx: Tx, day: LegalDate): Promise<string[]> {
    return this.files.due(tx, day);
  }

  /** What was approved for a later day, on that day; or its end, where the law or the register stand against it by then. */
  async takeEffect(tx: Tx, open: OpenMatter): Promise<void> {
    const { matter, file, procedure } = open;
    const { filed, facts, violations } = await this.examined(tx, open);
    if (violations.length > 0) return this.failEffect(tx, open, violations);
    const step = await this.engine
      .open(tx, procedure.workflow, file.caseId, 'take-effect', SYSTEM)
      .catch((error: unknown) => {
        // A bar in the register stands against it like a rule.
        if (error instanceof RuleViolated) return this.failEffect(tx, open, error.violations);
        throw error;
      });
    if (!step) return;
    const { number, certificateNumber } = await tx.row<{ number: string; certificateNumber: string | null }>(
      'SELECT number, certificate_number AS "certificateNumber" FROM registration.decision WHERE case_id = $1',
      [file.caseId],
    );
    await step.close();
    if (certificateNumber) await this.certificates.owe(tx, step.record);
    const numbers = { decisionNumber: number, certificateNumber: certificateNumber ?? undefined };
    await this.enterMatter.enter(tx, matter, file, filed, facts, numbers);
  }

  /** The law or the register stands against it by its day: it ends, and the organization is told why. */
  private async failEffect(tx: Tx, { file, procedure }: OpenMatter, violations: readonly Violation[]): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, file.caseId, 'fail-effect', SYSTEM);
    const reason = violations.map(({ message }) => message.zh).join('；');
    await step.close({ reason, detail: { violations: violations.map(({ code, pointer }) => ({ code, pointer })) } });
  }

  /** @throws RuleViolated with every rule that it breaks today. */
  private async judged(tx: Tx, open: OpenMatter): Promise<{ filed: FiledMatter; facts: MatterFacts }> {
    const { filed, facts, violations } = await this.examined(tx, open);
    if (violations.length > 0) throw new RuleViolated(violations);
    return { filed, facts };
  }

  /** What was filed, held against the law and the register, which nobody changes until the transaction ends. */
  private async examined(tx: Tx, { matter, file }: OpenMatter) {
    const filed = approvedAs(await this.files.filed(file.caseId, tx), file);
    await this.register.lock(tx, file.subjectId);
    for (const code of [...(filed.merger?.absorbed ?? [])].sort()) await this.lockOther(tx, code);
    await this.representatives.lock(tx, filed.people);
    if (filed.change?.name) {
      const { state } = await this.queries.organization(file.creditCode, tx);
      await this.register.lockName(tx, state.authority, filed.change.name);
    }
    const facts = await this.review.facts(filed, tx.today, tx);
    return { filed, facts, violations: matterViolations(matter, facts, tx.today) };
  }

  private async lockOther(tx: Tx, creditCode: string): Promise<void> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT subject_id AS id FROM register.organization WHERE credit_code = $1',
      [creditCode],
    );
    for (const { id } of rows) await this.register.lock(tx, id);
  }
}

/** What was approved is what takes effect: items that stood when it was decided are not set back to what they were. */
function approvedAs(filed: FiledMatter, { approved }: MatterFile): FiledMatter {
  if (approved === null || filed.change === undefined) return filed;
  const { reason, resolvedOn, supervisorConsentOn, endsSupervision } = filed.change;
  return { ...filed, change: { reason, resolvedOn, supervisorConsentOn, endsSupervision, ...approved } };
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
