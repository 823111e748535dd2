import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import type { Tx } from '@app/platform';
import { noSuchOrganization } from '@app/register';
import { assigns } from '../../domain/hub.policy.js';
import type { Assignment } from '../../domain/assignment/assignment.rules.js';
import { AssignHubs } from './assign-hubs.js';
import { ProposeAssignments } from './propose-assignments.js';

/** An officer of the registrar says, without a proposal, which hubs an organization belongs to, or asks for a new proposal. */
@Injectable()
export class ChangeAssignment {
  constructor(
    private readonly assign: AssignHubs,
    private readonly proposals: ProposeAssignments,
  ) {}

  /** @throws NotFound where it is not his to say; RuleViolated. */
  async execute(tx: Tx, by: Principal, creditCode: string, assignment: Assignment, reason: string): Promise<void> {
    await this.organization(tx, by, creditCode);
    await this.assign.execute(tx, creditCode, assignment, { reason });
  }

  /** @returns the id of the proposal that waits now; undefined when the organization is not active. */
  async propose(tx: Tx, by: Principal, creditCode: string): Promise<string | undefined> {
    const { subjectId } = await this.organization(tx, by, creditCode);
    await this.proposals.execute(tx, [subjectId], 'REQUEST', true);
    const sql = `SELECT id FROM hub.proposal WHERE subject_id = $1 AND state = 'PROPOSED'`;
    return (await tx.rows<{ id: string }>(sql, [subjectId])).at(0)?.id;
  }

  private async organization(tx: Tx, by: Principal, creditCode: string): Promise<{ subjectId: string }> {
    const [known] = await tx.rows<{ subjectId: string; authority: string }>(
      'SELECT subject_id AS "subjectId", authority FROM hub.organization WHERE credit_code = $1',
      [creditCode],
    );
    if (!known || !assigns(by, known.authority)) throw noSuchOrganization();
    return known;
  }
}
