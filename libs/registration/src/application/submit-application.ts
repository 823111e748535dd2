import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Cases, LegalClock, StepEngine } from '@app/casework';
import { Documents, NumberSeries } from '@app/documents';
import { RuleViolated, rowInForce } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Applications } from '../persistence/applications.js';
import type { Procedure } from './procedure.js';

/**
 * Files an application, or files it again after a correction notice. Receiving is not judging
 * (许可法 第三十二条): with `insist` it is received with all its defects, a receipt is given and the
 * officer's five working days run.
 */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly cases: Cases,
    private readonly applications: Applications,
    private readonly documents: Documents,
    private readonly series: NumberSeries,
  ) {}

  /** @throws RuleViolated with every defect, unless the applicant insists. */
  async execute(
    tx: Tx,
    procedure: Procedure,
    applicant: Principal,
    id: string,
    expectedVersion: number,
    insist: boolean,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'submit', applicant, expectedVersion);
    const application = await this.applications.get(id, tx);
    const inadmissible = await procedure.inadmissible(tx, id);
    if (inadmissible.length > 0) throw new RuleViolated(inadmissible);
    const violations = await procedure.violations(tx, id);
    if (violations.length > 0 && !insist) throw new RuleViolated(violations);
    await this.documents.attach(
      tx,
      application.documents.map(({ documentId }) => documentId),
      'case',
      id,
    );
    const submission = await this.applications.keepSubmission(tx, id, tx.today, violations);
    const receipt = step.record.receiptNumber ?? (await this.receiptNumber(tx, step.record.authority));
    await this.cases.receive(tx, id, tx.today, receipt);
    await this.legalClock.start(tx, id, rowInForce(procedure.filingPeriod, tx.today), tx.today);
    await step.close({ detail: { submission, receiptNumber: receipt, insisted: violations.length > 0 } });
  }

  private async receiptNumber(tx: Tx, authority: string): Promise<string> {
    const year = Number(tx.today.slice(0, 4));
    const number = await this.series.next(tx, `receipt:${authority}`, year);
    return `${authority}民社收〔${year}〕${number}号`;
  }
}
