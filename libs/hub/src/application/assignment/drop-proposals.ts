import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';

/** What waits for an answer about an organization falls away when it ends. */
@Injectable()
export class DropProposals {
  async execute(tx: Tx, subjectId: string): Promise<void> {
    const [ended] = await tx.rows(
      `SELECT 1 FROM hub.organization WHERE subject_id = $1 AND status NOT IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING')`,
      [subjectId],
    );
    if (!ended) return;
    await tx.execute(
      `UPDATE hub.proposal SET state = 'SUPERSEDED', version = version + 1 WHERE subject_id = $1 AND state = 'PROPOSED'`,
      [subjectId],
    );
    await tx.execute(
      `UPDATE hub.membership_request SET state = 'WITHDRAWN', decided_on = $2, version = version + 1
        WHERE subject_id = $1 AND state = 'REQUESTED'`,
      [subjectId, tx.today],
    );
  }
}
