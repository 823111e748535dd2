import { Injectable } from '@nestjs/common';
import type { Kind } from '@app/register';
import type { Sql, Tx } from '@app/platform';
import type { ProposedFor } from '../../domain/assignment/hub-proposal.js';
import { proposeHubs } from '../../domain/assignment/propose-hubs.js';
import type { HubTree } from '../../domain/assignment/placed-in-tree.js';
import { Hubs } from '../hubs.js';

export type ProposalCause = 'REGISTRATION' | 'RUN' | 'REQUEST' | 'HUB_WITHDRAWN' | 'HUB_DECLINED';

/** What is looked at: an organization as an entry left it. */
export interface Proposable extends Required<
  Pick<ProposedFor, 'name' | 'scope' | 'formerSupervisor' | 'division' | 'authority'>
> {
  readonly subjectId: string;
  readonly version: number;
  readonly kind: Kind;
  /** Hubs that declined it as it stands: they are not proposed again. */
  readonly declined: readonly string[];
}

export const PROPOSABLE = `o.subject_id AS "subjectId", o.version, o.name, o.scope, o.kind, o.former_supervisor AS "formerSupervisor",
  o.division, o.authority,
  ARRAY(SELECT p.answered_for FROM hub.proposal p WHERE p.subject_id = o.subject_id AND p.entry_number = o.version
           AND p.state = 'DECLINED' AND p.answered_for IS NOT NULL) AS declined`;

/** Makes proposals of hubs, and keeps what they were made of. */
@Injectable()
export class ProposeAssignments {
  constructor(private readonly hubs: Hubs) {}

  /**
   * Proposes hubs for organizations. What was proposed before and waits takes a back seat; a proposal that would say the
   * same as the one that waits is left alone.
   * @returns how many were made.
   */
  async execute(tx: Tx, organizations: readonly Proposable[], cause: ProposalCause): Promise<number> {
    if (organizations.length === 0) return 0;
    const tree = await this.hubs.standing(tx);
    const made = organizations.map((organization) => this.propose(organization, tree, tx.today));
    return tx.execute(
      `WITH made AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($1::jsonb)
           AS m(subject_id uuid, entry_number int, vocabulary text, candidates jsonb, hubs text[])),
       fresh AS MATERIALIZED (
         SELECT m.* FROM made m WHERE cardinality(m.hubs) > 0 AND NOT EXISTS (
           SELECT 1 FROM hub.proposal p WHERE p.subject_id = m.subject_id AND p.state = 'PROPOSED'
              AND p.vocabulary = m.vocabulary AND p.entry_number = m.entry_number AND p.candidates = m.candidates)),
       superseded AS (
         UPDATE hub.proposal p SET state = 'SUPERSEDED', version = p.version + 1
           FROM fresh WHERE p.subject_id = fresh.subject_id AND p.state = 'PROPOSED' RETURNING p.subject_id)
       INSERT INTO hub.proposal (subject_id, entry_number, vocabulary, cause, proposed_on, candidates, hubs)
       SELECT subject_id, entry_number, vocabulary, $2, $3, candidates, hubs FROM fresh
        -- Reads what it superseded, so that this happens first.
        WHERE (SELECT count(*) FROM superseded) >= 0`,
      [JSON.stringify(made), cause, tx.today],
    );
  }

  /** One organization as the register has it now. @returns undefined when it is not active. */
  async find(sql: Sql, subjectId: string): Promise<Proposable | undefined> {
    const text = `SELECT ${PROPOSABLE} FROM hub.organization o WHERE o.subject_id = $1 AND o.active`;
    return (await sql.rows<Proposable>(text, [subjectId])).at(0);
  }

  private propose({ subjectId, version, declined, ...organization }: Proposable, tree: HubTree, today: string) {
    const without = new Map([...tree].filter(([code]) => !declined.includes(code)));
    const { vocabulary, proposals } = proposeHubs(organization, today, without);
    const hubs = proposals.map(({ hub }) => hub);
    return { subject_id: subjectId, entry_number: version, vocabulary, candidates: proposals, hubs };
  }
}
