import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { LegalClock, StepEngine, stepsOf } from '@app/casework';
import { ActionNotAllowed, cite, RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ReviewOpinion } from '../domain/review-opinion.js';
import type { Procedure } from './procedure.js';

/** What time does not count (许可法 第四十五条). */
export type PauseReason = 'HEARING' | 'EXPERT_REVIEW';

const UNCOUNTED = cite('中华人民共和国行政许可法', '第四十五条');

/** The steps of the review: begun, paused and resumed, extended, completed, returned. */
@Injectable()
export class ReviewApplication {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
  ) {}

  async begin(tx: Tx, procedure: Procedure, officer: Principal, id: string, expectedVersion: number): Promise<void> {
    await this.engine.take(tx, procedure.workflow, id, 'begin-review', officer, { expectedVersion });
  }

  /** The applicant is told how long it will take, as the article demands. */
  async pause(
    tx: Tx,
    procedure: Procedure,
    officer: Principal,
    id: string,
    expectedVersion: number,
    cause: PauseReason,
    expectedDays: number,
    reason: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'pause', officer, expectedVersion);
    await this.legalClock.pause(tx, id, cause, UNCOUNTED);
    await step.close({ reason, detail: { cause, expectedDays } });
  }

  async resume(tx: Tx, procedure: Procedure, officer: Principal, id: string, expectedVersion: number): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'resume', officer, expectedVersion);
    await this.legalClock.resume(tx, id);
    await step.close();
  }

  /** @throws ActionNotAllowed where no law lets this period be extended, or it was extended before. */
  async extend(
    tx: Tx,
    procedure: Procedure,
    officer: Principal,
    id: string,
    expectedVersion: number,
    days: number,
    approvedBy: string,
    reason: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'extend', officer, expectedVersion);
    const extension = await procedure.extension(tx, id);
    if (!extension) {
      throw new ActionNotAllowed([], {
        zh: '法律没有规定此期限可以延长（行政许可法第四十二条第一款但书）',
        en: 'No law lets this period be extended (许可法 art. 42(1), proviso)',
      });
    }
    const extended = (await stepsOf(tx, id)).some(({ action }) => action === 'extend');
    if (extended) throw new ActionNotAllowed([], { zh: '期限已延长过一次', en: 'The period was extended before' });
    const most = extension.value.days;
    if (days > most) {
      const message = { zh: `延长不得超过${most}日`, en: `At most ${most} days more` };
      throw new RuleViolated([
        { code: extension.id, pointer: '/days', message, citation: extension.citation, rule: extension.id },
      ]);
    }
    await this.legalClock.extend(tx, id, days);
    await step.close({ reason, detail: { days, approvedBy, rule: extension.id }, citation: extension.citation });
  }

  /** @throws RuleViolated when the opinion leaves open what the reviewer has to settle. */
  async complete(
    tx: Tx,
    procedure: Procedure,
    officer: Principal,
    id: string,
    expectedVersion: number,
    opinion: ReviewOpinion,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'complete-review', officer, expectedVersion);
    const unsettled = await procedure.unsettled(tx, id, opinion);
    if (unsettled.length > 0) throw new RuleViolated(unsettled);
    await step.close({ reason: opinion.opinion, detail: { ...opinion } });
  }

  async returnToReview(
    tx: Tx,
    procedure: Procedure,
    officer: Principal,
    id: string,
    expectedVersion: number,
    reason: string,
  ): Promise<void> {
    await this.engine.take(tx, procedure.workflow, id, 'return-to-review', officer, { expectedVersion, reason });
  }
}
