import { Injectable } from '@nestjs/common';
import { Notices } from '@app/notices';
import type { Tx } from '@app/platform';
import type { CaseRecord } from '../domain/case.js';
import { casePath, noticeOfStep, type TakenStep } from '../domain/step-notices.table.js';

/** Tells the applicant of the steps in his case, in the transaction that takes them. */
@Injectable()
export class StepNotices {
  constructor(private readonly notices: Notices) {}

  /** @param record the case as it stands after the step */
  async tell(tx: Tx, record: CaseRecord, step: TakenStep): Promise<void> {
    const template = noticeOfStep(step);
    if (!template) return;
    const { id, procedure, applicantId, title, receiptNumber, dueOn } = record;
    await this.notices.send(tx, {
      accountId: applicantId,
      template,
      data: { title, receiptNumber, lastDay: dueOn },
      resource: casePath(procedure, id),
    });
  }
}
