import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { ORGANIZATION_PUBLICATION, Register, RegisterQueries } from '@app/register';
import { SUSPENSION_END } from '../../domain/matters/sanction.matters.js';

/** A suspension ends with its last day (限期停止活动): nobody has to ask for it. */
@Injectable()
export class EndSuspensions {
  constructor(
    private readonly register: Register,
    private readonly queries: RegisterQueries,
  ) {}

  async execute(tx: Tx, day: LegalDate): Promise<void> {
    const suspended = await tx.rows<{ subjectId: string; creditCode: string }>(
      `SELECT subject_id AS "subjectId", credit_code AS "creditCode" FROM register.organization WHERE status = 'SUSPENDED' ORDER BY subject_id`,
    );
    for (const { subjectId, creditCode } of suspended) {
      await this.register.lock(tx, subjectId);
      const { state } = await this.queries.organization(creditCode, tx);
      if (state.status !== 'SUSPENDED' || !state.suspension || state.suspension.until >= day) continue;
      await this.register.append(tx, subjectId, {
        kind: 'SUSPENSION_ENDED',
        legalDate: tx.today,
        citation: SUSPENSION_END.ground[state.kind],
        set: { status: 'ACTIVE', suspension: null },
        publication: ORGANIZATION_PUBLICATION,
      });
    }
  }
}
