import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import type { Remainder, Tx } from '@app/platform';
import { IS_MEMBER } from '../../persistence/conditions.js';
import { AssignHubs } from './assign-hubs.js';
import { ProposeAssignments } from './propose-assignments.js';

const PART = 100;

/** Work that is left after the withdrawal of a hub. */
export interface Release {
  readonly hub: string;
  readonly done?: number;
}

/** When a hub is withdrawn: each member is released from it, and proposed elsewhere. */
@Injectable()
export class ReleaseMembers {
  constructor(
    private readonly assign: AssignHubs,
    private readonly proposals: ProposeAssignments,
    private readonly audit: Audit,
  ) {}

  /**
   * Does one part. Whoever was released is a member no longer, and whoever was proposed anew is not proposed this hub, so
   * the next part begins with those that are left.
   */
  async part(tx: Tx, { hub, done = 0 }: Release): Promise<Remainder | undefined> {
    const members = await tx.rows<{ subjectId: string; creditCode: string; primary: boolean }>(
      `SELECT o.subject_id AS "subjectId", o.credit_code AS "creditCode", o.primary_hub IS NOT DISTINCT FROM $1 AS "primary"
         FROM hub.organization o WHERE ${IS_MEMBER} ORDER BY o.credit_code LIMIT ${PART}`,
      [hub],
    );
    for (const { creditCode, primary } of members) {
      const release = primary ? { primary: null, leaving: hub, dropRelated: [hub] } : { dropRelated: [hub] };
      await this.assign.execute(tx, creditCode, release);
    }
    // One that is suspended is not proposed anew, yet waits for this hub no longer either.
    const waiting = await tx.rows<{ subjectId: string }>(
      `UPDATE hub.proposal SET state = 'SUPERSEDED', version = version + 1 WHERE id IN (
         SELECT id FROM hub.proposal WHERE state = 'PROPOSED' AND hubs @> ARRAY[$1] LIMIT ${PART})
       RETURNING subject_id AS "subjectId"`,
      [hub],
    );
    const subjects = [...members.filter(({ primary }) => primary), ...waiting].map(({ subjectId }) => subjectId);
    await this.proposals.execute(tx, subjects, 'HUB_WITHDRAWN', true);
    const left = await this.left(tx, hub);
    if (left === 0) return this.endRequests(tx, hub);
    const progress = {
      done: done + members.length + waiting.length,
      total: done + members.length + waiting.length + left,
    };
    return { payload: { hub, done: progress.done }, progress };
  }

  private async left(tx: Tx, hub: string): Promise<number> {
    const { count } = await tx.row<{ count: number }>(
      `SELECT (SELECT count(*) FROM hub.organization o WHERE ${IS_MEMBER})::int
            + (SELECT count(*) FROM hub.proposal WHERE state = 'PROPOSED' AND hubs @> ARRAY[$1])::int AS count`,
      [hub],
    );
    return count;
  }

  /** Nobody answers them any longer: who wanted to join does not, who wanted to leave has left. */
  private async endRequests(tx: Tx, hub: string): Promise<undefined> {
    const ended = await tx.execute(
      `UPDATE hub.membership_request SET state = CASE kind WHEN 'LEAVE' THEN 'ACCEPTED' ELSE 'REFUSED' END,
              answer = '枢纽被取消认定', decided_on = $2, version = version + 1 WHERE hub = $1 AND state = 'REQUESTED'`,
      [hub, tx.today],
    );
    await this.audit.record(tx, {
      action: 'hub.release-members',
      subjectType: 'hub',
      subjectId: hub,
      detail: { ended },
    });
  }
}
