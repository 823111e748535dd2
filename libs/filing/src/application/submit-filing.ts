import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Cases, LegalClock, StepEngine } from '@app/casework';
import { Documents, NumberSeries } from '@app/documents';
import { NotFound, NotPermitted, RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Register } from '@app/register';
import { actsFor } from '../domain/filing.policy.js';
import { DECISION_PERIOD } from '../domain/filing.table.js';
import { FILING } from '../domain/filing.workflow.js';
import { Filings } from '../persistence/filings.js';
import { FilingReview } from './filing-review.js';
import { procedureOf } from './filing-procedure.js';

/**
 * Files what was written. Receiving is not judging (许可法 第三十二条): with `insist` it is received with all its defects,
 * and the office answers within its ten working days.
 */
@Injectable()
export class SubmitFiling {
  constructor(
    private readonly engine: StepEngine,
    private readonly cases: Cases,
    private readonly legalClock: LegalClock,
    private readonly filings: Filings,
    private readonly review: FilingReview,
    private readonly documents: Documents,
    private readonly series: NumberSeries,
    private readonly register: Register,
  ) {}

  /** @throws RuleViolated with every defect, unless the applicant insists. */
  async submit(tx: Tx, by: Principal, id: string, version: number, insist: boolean): Promise<void> {
    await this.file(tx, by, id, version, 'submit', insist);
  }

  /**
   * An officer of the street enters what was brought to the counter, or what he found himself: a colleague decides.
   * @throws NotPermitted to who is no officer of it; RuleViolated with every defect: an officer insists on nothing.
   */
  async propose(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.file(tx, by, id, version, 'propose', false);
  }

  private async file(
    tx: Tx,
    by: Principal,
    id: string,
    version: number,
    action: 'submit' | 'propose',
    insist: boolean,
  ): Promise<void> {
    const known = await this.filings.find(id, tx);
    if (!known) throw new NotFound();
    const step = await this.engine.open(tx, procedureOf(known.office), id, action, by, version);
    if (action === 'propose' && !actsFor(by, known.office)) throw notOfOffice();
    const file = await this.filings.get(id, tx);
    if (file.subjectId !== null) await this.register.lock(tx, file.subjectId);
    const violations = await this.review.violations(file, tx.today, tx, action === 'propose');
    if (violations.length > 0 && !insist) throw new RuleViolated(violations);
    await this.documents.attach(tx, [...file.filing.group.documents], 'case', id);
    const submission = await this.filings.keepSubmission(tx, id, tx.today);
    const receipt = step.record.receiptNumber ?? (await this.receiptNumber(tx, file.office));
    await this.cases.receive(tx, id, tx.today, receipt);
    await this.legalClock.start(tx, id, DECISION_PERIOD, tx.today);
    await step.close({ detail: { submission, receiptNumber: receipt, insisted: violations.length > 0 } });
  }

  private async receiptNumber(tx: Tx, office: string): Promise<string> {
    const year = Number(tx.today.slice(0, 4));
    const number = await this.series.next(tx, `filing-receipt:${office}`, year);
    return `${office}备收〔${year}〕${number}号`;
  }
}

function notOfOffice(): NotPermitted {
  const en = `Only an officer of the office may ${FILING.actions.propose.en}; others submit`;
  return new NotPermitted({ zh: '只有该街道（乡镇）的人员可以提请决定，其他人请报送', en });
}
