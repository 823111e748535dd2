import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import type { LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { ORGANIZATION_PUBLICATION, Register, RegisterQueries } from '@app/register';
import { MATTER_TITLES } from '../../domain/matters/matter-types.js';
import { SUSPENSION_END } from '../../domain/matters/sanction.matters.js';
import { TellOrganization } from './tell-organization.js';

/** A suspension ends with its last day (限期停止活动): nobody has to ask for it. */
@Injectable()
export class EndSuspensions {
  constructor(
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly audit: Audit,
    private readonly tellOrganization: TellOrganization,
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
      await this.audit.record(tx, {
        action: 'register.end-suspension',
        subjectType: 'organization',
        subjectId,
        ground: SUSPENSION_END.ground[state.kind],
      });
      const { authority, name } = state;
      await this.tellOrganization.execute(tx, {
        creditCode,
        authority,
        title: `${MATTER_TITLES.SUSPENSION_END.zh}：${name}`,
      });
    }
  }
}
