import { Injectable } from '@nestjs/common';
import type { Kind } from '@app/register';
import type { Tx } from '@app/platform';
import type { ProposedFor } from '../../domain/assignment/hub-proposal.js';
import type { HubTree } from '../../domain/assignment/placed-in-tree.js';
import { proposeHubs } from '../../domain/assignment/propose-hubs.js';
import { Hubs } from '../hubs.js';

export type ProposalCause = 'REGISTRATION' | 'RUN' | 'REQUEST' | 'HUB_WITHDRAWN' | 'HUB_DECLINED';

/** What is looked at: an active organization as its newest entry left it. */
interface Proposable extends Required<
  Pick<ProposedFor, 'name' | 'scope' | 'formerSupervisor' | 'division' | 'authority'>
> {
  readonly subjectId: string;
  readonly version: number;
  readonly kind: Kind;
  readonly primaryHub: string | null;
  /** Hubs that declined it as it stands: they are not proposed again. */
  readonly declined: readonly string[];
}

const PROPOSABLE = `o.subject_id AS "subjectId", o.version, o.name, o.scope, o.kind, o.former_supervisor AS "formerSupervisor",
  o.division, o.authority, o.primary_hub AS "primaryHub",
  ARRAY(SELECT p.answered_for FROM hub.proposal p WHERE p.subject_id = o.subject_id AND p.entry_number = o.version
           AND p.state = 'DECLINED' AND p.answered_for IS NOT NULL) AS declined`;

/** Makes proposals of hubs, and keeps what they were made of. */
@Injectable()
export class ProposeAssignments {
  constructor(private readonly hubs: Hubs) {}

  /**
   * Proposes hubs for those of these subjects that are active legal persons (a group comes to a hub by its filing); without `all`, for those without a hub that
   * stands. What was proposed before and waits takes a back seat; what would say the same as the one that waits is left
   * alone. The subjects are held, so that nobody answers or assigns meanwhile.
   * @returns how many were made.
   */
  async execute(tx: Tx, subjectIds: readonly string[], cause: ProposalCause, all = false): Promise<number> {
    await tx.rows('SELECT 1 FROM register.subject WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [subjectIds]);
    const tree = await this.hubs.standing(tx);
    const organizations = await tx.rows<Proposable>(
      `SELECT ${PROPOSABLE} FROM hub.organization o WHERE o.subject_id = ANY($1::uuid[]) AND o.active
          AND o.standing = 'REGISTERED'`,
      [subjectIds],
    );
    const made = organizations
      .filter(({ primaryHub }) => all || primaryHub === null || !tree.has(primaryHub))
      .map((organization) => propose(organization, tree, tx.today));
    return made.length === 0 ? 0 : this.keep(tx, made, cause);
  }

  private async keep(tx: Tx, made: readonly object[], cause: ProposalCause): Promise<number> {
    const parameters = [JSON.stringify(made)];
    await tx.execute(
      `UPDATE hub.proposal p SET state = 'SUPERSEDED', version = p.version + 1 FROM ${MADE}
        WHERE p.subject_id = m.subject_id AND p.state = 'PROPOSED' AND NOT (${SAME})`,
      parameters,
    );
    return tx.execute(
      `INSERT INTO hub.proposal (subject_id, entry_number, vocabulary, cause, proposed_on, candidates, hubs)
       SELECT m.subject_id, m.entry_number, m.vocabulary, $2, $3, m.candidates, m.hubs FROM ${MADE}
        WHERE cardinality(m.hubs) > 0 AND NOT EXISTS (
          SELECT 1 FROM hub.proposal p WHERE p.subject_id = m.subject_id AND p.state = 'PROPOSED')`,
      [...parameters, cause, tx.today],
    );
  }
}

const MADE = `jsonb_to_recordset($1::jsonb)
  AS m(subject_id uuid, entry_number int, vocabulary text, candidates jsonb, hubs text[])`;
const SAME = 'p.vocabulary = m.vocabulary AND p.entry_number = m.entry_number AND p.candidates = m.candidates';

function propose({ subjectId, version, declined, ...organization }: Proposable, tree: HubTree, today: string): object {
  const without = new Map([...tree].filter(([code]) => !declined.includes(code)));
  const { vocabulary, proposals } = proposeHubs(organization, today, declined.length === 0 ? tree : without);
  const hubs = proposals.map(({ hub }) => hub);
  return { subject_id: subjectId, entry_number: version, vocabulary, candidates: proposals, hubs };
}
