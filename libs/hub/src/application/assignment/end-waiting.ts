import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';

/** What is being answered just now, and so does not fall away. */
export interface Answering {
  readonly proposal?: string;
  readonly request?: string;
}

/** What waits for an answer about an organization falls away when it is answered otherwise, or the organization ends. */
@Injectable()
export class EndWaiting {
  constructor(private readonly audit: Audit) {}

  /** The organization has another primary hub, or none any longer: proposals and requests about its primary hub fall away. */
  async ofPrimary(tx: Tx, subjectId: string, { proposal, request }: Answering = {}): Promise<void> {
    const proposals = await tx.execute(
      `UPDATE hub.proposal SET state = 'SUPERSEDED', version = version + 1
        WHERE subject_id = $1 AND state = 'PROPOSED' AND id IS DISTINCT FROM $2::bigint`,
      [subjectId, proposal ?? null],
    );
    const requests = await tx.execute(
      `UPDATE hub.membership_request SET state = 'WITHDRAWN', answer = '枢纽归属已经变更', decided_on = $3, version = version + 1
        WHERE subject_id = $1 AND state = 'REQUESTED' AND relation = 'PRIMARY' AND id IS DISTINCT FROM $2::uuid`,
      [subjectId, request ?? null, tx.today],
    );
    await this.record(tx, subjectId, { proposals, requests });
  }

  /** Nothing is asked any longer about an organization that has ended; others keep what waits. */
  async ofEnded(tx: Tx, subjectId: string): Promise<void> {
    const [ended] = await tx.rows(
      `SELECT 1 FROM hub.organization WHERE subject_id = $1 AND status NOT IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING')`,
      [subjectId],
    );
    if (!ended) return;
    await this.ofPrimary(tx, subjectId);
    const requests = await tx.execute(
      `UPDATE hub.membership_request SET state = 'WITHDRAWN', answer = '组织已经终止', decided_on = $2, version = version + 1
        WHERE subject_id = $1 AND state = 'REQUESTED'`,
      [subjectId, tx.today],
    );
    await this.record(tx, subjectId, { proposals: 0, requests });
  }

  /** What was taken out of the register altogether is proposed to nobody. */
  async ofGone(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.execute(
      `UPDATE hub.proposal p SET state = 'SUPERSEDED', version = version + 1
        WHERE p.subject_id = ANY($1::uuid[]) AND p.state = 'PROPOSED'
          AND NOT EXISTS (SELECT 1 FROM hub.organization o WHERE o.subject_id = p.subject_id)`,
      [subjectIds],
    );
  }

  private async record(tx: Tx, subjectId: string, detail: { proposals: number; requests: number }): Promise<void> {
    if (detail.proposals + detail.requests === 0) return;
    await this.audit.record(tx, { action: 'hub.end-waiting', subjectType: 'organization', subjectId, detail });
  }
}
