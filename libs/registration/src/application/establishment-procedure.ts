import { Injectable } from '@nestjs/common';
import type { RuleRow, Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { refusalGround, rulesInForce } from '../domain/establishment.table.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import type { Ground } from '../domain/grounds.table.js';
import { decisionPeriod, extensionOf, type DecisionPeriod } from '../domain/periods.rules.js';
import { ACCEPTANCE_PERIOD, type ExtensionRow } from '../domain/periods.table.js';
import { PROMOTION_ROWS } from '../domain/promotion.table.js';
import type { ReviewOpinion } from '../domain/review-opinion.js';
import { unconfirmedClass } from '../domain/track.rules.js';
import { Applications } from '../persistence/applications.js';
import { ApplicationReview } from './application-review.js';
import { JudgePersons } from './judge-persons.js';
import type { Procedure } from './procedure.js';

/** 成立登记 as one of the licensing procedures. */
@Injectable()
export class EstablishmentProcedure implements Procedure {
  readonly workflow = ESTABLISHMENT;
  readonly filingPeriod = ACCEPTANCE_PERIOD;
  readonly silenceAccepts = true;

  constructor(
    private readonly applications: Applications,
    private readonly review: ApplicationReview,
    private readonly judgePersons: JudgePersons,
  ) {}

  async violations(tx: Tx, caseId: string): Promise<Violation[]> {
    return this.review.violations(await this.applications.get(caseId, tx), tx.today, tx);
  }

  /** Receiving is not judging: whatever somebody insists on is received (许可法 第三十二条). */
  inadmissible(): Promise<Violation[]> {
    return Promise.resolve([]);
  }

  async unsettled(tx: Tx, caseId: string, opinion: ReviewOpinion): Promise<Violation[]> {
    const { track, category, leaders } = await this.applications.get(caseId, tx);
    const open = track === 'DIRECT' && (opinion.categoryConfirmed === undefined || !opinion.categoryReason);
    return [
      ...(open ? [unconfirmedClass(category, '/categoryConfirmed')] : []),
      ...(await this.judgePersons.settle(tx, caseId, { list: '/leaders', people: leaders }, opinion)),
    ];
  }

  async decisionPeriod(tx: Tx, caseId: string): Promise<DecisionPeriod> {
    return decisionPeriod(await this.applications.get(caseId, tx), tx.today);
  }

  async extension(tx: Tx, caseId: string): Promise<ExtensionRow | undefined> {
    return extensionOf(await this.applications.get(caseId, tx), tx.today);
  }

  async refusalGround(tx: Tx, caseId: string, code: string): Promise<RuleRow<Ground> | undefined> {
    return refusalGround((await this.applications.get(caseId, tx)).kind, code);
  }

  async rules(tx: Tx, caseId: string): Promise<readonly RuleRow[]> {
    const application = await this.applications.get(caseId, tx);
    const promotion = application.promotes === undefined ? [] : Object.values(PROMOTION_ROWS);
    return [...rulesInForce(application, tx.today), ...promotion];
  }
}
