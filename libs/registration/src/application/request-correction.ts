import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { LegalClock, StepEngine } from '@app/casework';
import { RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import { repeatedDefects, type CorrectionItem, type EarlierNotice } from '../domain/correction-notice.rules.js';
import { Applications } from '../persistence/applications.js';
import { refuseAfterSilence } from './silence.js';
import type { Procedure } from './procedure.js';

/** Tells the applicant once, and all at once, what is to be corrected (一次告知, 许可法 第三十二条第一款第(四)项). */
@Injectable()
export class RequestCorrection {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly applications: Applications,
  ) {}

  /**
   * @throws ActionNotAllowed after the five working days: the application is accepted by then.
   * @throws RuleViolated when an item was visible at an earlier notice and no reason is given.
   */
  async execute(
    tx: Tx,
    procedure: Procedure,
    officer: Principal,
    id: string,
    expectedVersion: number,
    items: readonly CorrectionItem[],
    lateReason?: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'request-correction', officer, expectedVersion);
    if (procedure.silenceAccepts) refuseAfterSilence(step.record, tx.today);
    const now = await this.applications.get(id, tx);
    const violations = repeatedDefects(items, await this.earlierNotices(tx, id), now, lateReason);
    if (violations.length > 0) throw new RuleViolated(violations);
    await tx.execute(
      `INSERT INTO registration.correction_notice (case_id, number, submission, issued_on, items, late_reason)
       SELECT $1, coalesce((SELECT max(number) FROM registration.correction_notice WHERE case_id = $1), 0) + 1,
              (SELECT max(number) FROM registration.submission WHERE case_id = $1), $2, $3, $4`,
      [id, tx.today, JSON.stringify(items), lateReason ?? null],
    );
    await this.legalClock.stop(tx, id);
    await step.close({ reason: lateReason, detail: { items } });
  }

  private async earlierNotices(tx: Tx, id: string): Promise<EarlierNotice[]> {
    const rows = await tx.rows<{ items: CorrectionItem[]; submission: number }>(
      'SELECT items, submission FROM registration.correction_notice WHERE case_id = $1 ORDER BY number',
      [id],
    );
    return Promise.all(
      rows.map(async ({ items, submission }) => ({
        items,
        seen: await this.applications.submission(id, submission, tx),
      })),
    );
  }
}
