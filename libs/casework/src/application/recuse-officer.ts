import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { cite, NotFound, NotPermitted } from '@app/kernel';
import { requireVersion, type Tx } from '@app/platform';
import type { CaseRecord } from '../domain/case.js';
import { mayRead, officeHindrance, partiesOf } from '../domain/case.policy.js';
import { HINDRANCE_TEXTS } from '../domain/hindrance-texts.js';
import { lockCase, recusedFrom } from '../persistence/case-rows.js';

/** Recusal is a rule of fair procedure: 许可法 第五条 (公正) and, for hearings, 第四十八条第一款第(三)项. */
const GROUND = cite('中华人民共和国行政许可法', '第五条、第四十八条第一款第(三)项');

/**
 * Takes an officer off a case for good (回避): he himself, or an approval officer of the same
 * registrar for him. From then on neither the program nor the database lets him take a step in it.
 */
@Injectable()
export class RecuseOfficer {
  constructor(private readonly audit: Audit) {}

  async execute(
    tx: Tx,
    by: Principal,
    caseId: string,
    expectedVersion: number,
    recused: Principal,
    reason: string,
  ): Promise<void> {
    const record = await lockCase(tx, caseId);
    if (!record || !mayRead(by, record)) throw new NotFound();
    requireVersion(record.version, expectedVersion);
    const { accountId } = recused;
    this.requireRight(by, record, accountId, await recusedFrom(tx, caseId));
    if (!isOfficer(recused, record)) {
      throw new NotFound({
        zh: '此人不是本案登记管理机关的办案人员',
        en: 'Not an officer of the registrar of this case',
      });
    }
    await tx.execute(
      `INSERT INTO casework.recusal (case_id, account_id, reason, decided_by, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [caseId, accountId, reason, by.accountId, tx.now],
    );
    await tx.execute(
      `UPDATE casework.case SET version = version + 1, handler_id = CASE WHEN handler_id = $2 THEN NULL ELSE handler_id END WHERE id = $1`,
      [caseId, accountId],
    );
    await this.audit.record(tx, {
      action: 'casework.recuse',
      subjectType: 'case',
      subjectId: caseId,
      ground: GROUND,
      detail: { accountId },
    });
  }

  private requireRight(by: Principal, record: CaseRecord, accountId: string, recused: ReadonlySet<string>): void {
    const barred = accountId === by.accountId ? undefined : officeHindrance(by, { record, recused });
    if (barred) throw new NotPermitted(HINDRANCE_TEXTS[barred]);
    const forOther = accountId !== by.accountId && !partiesOf(by, record).has('APPROVAL_OFFICER');
    if (forOther || !isOfficer(by, record)) throw new NotPermitted();
  }
}

function isOfficer(principal: Principal, record: CaseRecord): boolean {
  return principal.accountId !== record.applicantId && partiesOf(principal, record).size > 0;
}
