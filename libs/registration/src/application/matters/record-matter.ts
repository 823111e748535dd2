import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import { RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Register } from '@app/register';
import { appliedLaw, matterViolations } from '../../domain/matters/matters.js';
import { MatterFiles } from '../../persistence/matter-files.js';
import { Certificates } from '../certificates.js';
import { Decisions } from '../decisions.js';
import { JudgePersons } from '../judge-persons.js';
import { Representatives } from '../representatives.js';
import type { NameJudgement } from '../../domain/review-opinion.js';
import { EnterMatter } from './enter-matter.js';
import type { OpenMatter } from './matter-procedures.js';
import { MatterReview } from './matter-review.js';

/** 备案: the officer reads what is filed and enters it, or says why not. */
@Injectable()
export class RecordMatter {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
    private readonly files: MatterFiles,
    private readonly review: MatterReview,
    private readonly decisions: Decisions,
    private readonly certificates: Certificates,
    private readonly representatives: Representatives,
    private readonly judgePersons: JudgePersons,
    private readonly register: Register,
    private readonly enterMatter: EnterMatter,
  ) {}

  /** @throws RuleViolated with every rule that it breaks today. */
  async record(
    tx: Tx,
    { matter, file, procedure }: OpenMatter,
    officer: Principal,
    expectedVersion: number,
    personJudgements: readonly NameJudgement[],
  ): Promise<void> {
    const { caseId, subjectId, creditCode } = file;
    const step = await this.engine.open(tx, procedure.workflow, caseId, 'record', officer, expectedVersion);
    const filed = await this.files.filed(caseId, tx);
    await this.register.lock(tx, subjectId);
    await this.representatives.lock(tx, filed.people);
    const opinion = { recommendation: 'APPROVE', opinion: '', personJudgements } as const;
    const people = { list: '/people', people: filed.people, except: creditCode } as const;
    const open = await this.judgePersons.settle(tx, caseId, people, opinion);
    const facts = await this.review.facts(filed, tx.today, tx);
    const violations = [...matterViolations(matter, facts, tx.today), ...open];
    if (violations.length > 0) throw new RuleViolated(violations);
    const certificateNumber = matter.certificate?.(facts)
      ? await this.certificates.number(tx, step.record.authority)
      : undefined;
    const certificateDueOn = certificateNumber ? await this.certificates.owe(tx, step.record) : undefined;
    const decisionNumber = await this.decisions.record(tx, step.record, {
      outcome: 'RECORDED',
      ...appliedLaw(matter, facts, tx.today),
      granted: { subjectId, creditCode, certificateNumber, certificateDueOn },
    });
    await this.end(tx, caseId);
    await step.close({ detail: { decisionNumber, creditCode, certificateNumber } });
    const numbers = { certificateNumber, decisionNumber };
    await this.enterMatter.enter(tx, matter, file, filed, facts, numbers);
  }

  async refuse(
    tx: Tx,
    { matter, file, procedure }: OpenMatter,
    officer: Principal,
    expectedVersion: number,
    reason: string,
  ): Promise<void> {
    const { caseId } = file;
    const step = await this.engine.open(tx, procedure.workflow, caseId, 'not-record', officer, expectedVersion);
    const facts = await this.review.facts(await this.files.filed(caseId, tx), tx.today, tx);
    const decisionNumber = await this.decisions.record(tx, step.record, {
      outcome: 'NOT_RECORDED',
      reason,
      ...appliedLaw(matter, facts, tx.today),
    });
    await this.end(tx, caseId);
    await step.close({ reason, detail: { decisionNumber } });
  }

  private async end(tx: Tx, caseId: string): Promise<void> {
    await this.legalClock.stop(tx, caseId);
    await this.consultations.closeOpen(tx, caseId);
  }
}
