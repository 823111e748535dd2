import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import { Notices } from '@app/notices';
import type { Tx } from '@app/platform';
import type { CaseRecord } from '../domain/case.js';
import { casePath, noticeOfStep, type TakenStep } from '../domain/step-notices.table.js';

/** What a case is called whose application bears no name yet. */
const UNNAMED = '未写明名称';

/** Tells the applicant of the steps in his case, in the transaction that takes them. */
@Injectable()
export class StepNotices {
  constructor(
    private readonly notices: Notices,
    private readonly principals: PrincipalQueries,
  ) {}

  /** @param record the case as it stands after the step */
  async tell(tx: Tx, record: CaseRecord, step: TakenStep): Promise<void> {
    const template = noticeOfStep(step);
    if (!template) return;
    const { id, procedure, title, receiptNumber, dueOn } = record;
    // Whoever insists is received with all his defects, a blank name among them.
    const data = { title: title.trim() || UNNAMED, receiptNumber, lastDay: dueOn };
    const resource = casePath(procedure, id);
    for (const accountId of await this.applicants(tx, record)) {
      await this.notices.send(tx, { accountId, template, data, resource });
    }
  }

  /** Everybody who speaks for the applicant. */
  private async applicants(tx: Tx, { applicantId, applicantCode }: CaseRecord): Promise<readonly string[]> {
    if (applicantCode === null) return [applicantId];
    return this.principals.holdersOf(tx, 'ORGANIZATION_AGENT', applicantCode);
  }
}
