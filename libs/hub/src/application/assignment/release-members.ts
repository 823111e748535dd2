import { Injectable } from '@nestjs/common';
import type { Remainder, Tx } from '@app/platform';
import { AssignHubs } from './assign-hubs.js';
import { ProposeAssignments } from './propose-assignments.js';

const PART = 100;

/** Work that is left after the withdrawal of a hub. */
interface Release {
  readonly hub: string;
  readonly done?: number;
}

/** When a hub is withdrawn: each member is released from it, and proposed elsewhere. */
@Injectable()
export class ReleaseMembers {
  constructor(
    private readonly assign: AssignHubs,
    private readonly proposals: ProposeAssignments,
  ) {}

  /** Does one part; whoever was released is a member no longer, so the next part begins with those that are left. */
  async part(tx: Tx, { hub, done = 0 }: Release): Promise<Remainder | undefined> {
    const members = await tx.rows<{ subjectId: string; creditCode: string; primary: boolean }>(
      `SELECT subject_id AS "subjectId", credit_code AS "creditCode", primary_hub IS NOT DISTINCT FROM $1 AS "primary"
         FROM hub.organization WHERE primary_hub = $1 OR $1 = ANY(related_hubs) ORDER BY credit_code LIMIT ${PART + 1}`,
      [hub],
    );
    for (const { subjectId, creditCode, primary } of members.slice(0, PART)) {
      const reason = '枢纽被取消认定';
      const release = primary ? { primary: null, dropRelated: [hub], reason } : { dropRelated: [hub], reason };
      await this.assign.execute(tx, creditCode, release);
      const organization = primary ? await this.proposals.find(tx, subjectId) : undefined;
      if (organization) await this.proposals.execute(tx, [organization], 'HUB_WITHDRAWN');
    }
    await tx.execute(
      `UPDATE hub.membership_request SET state = 'REFUSED', answer = '枢纽被取消认定', decided_on = $2,
                             version = version + 1 WHERE hub = $1 AND state = 'REQUESTED'`,
      [hub, tx.today],
    );
    if (members.length <= PART) return undefined;
    const left = await tx.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM hub.organization WHERE primary_hub = $1 OR $1 = ANY(related_hubs)',
      [hub],
    );
    const progress = { done: done + PART, total: done + PART + left.count };
    return { payload: { hub, done: progress.done }, progress };
  }
}
