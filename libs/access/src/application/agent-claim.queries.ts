import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { type Page, Reads } from '@app/platform';
import type { AgentClaimState } from '../domain/agent-claim.workflow.js';
import { divisionPrefix } from '../domain/jurisdiction.js';
import { type Principal, scopesOf } from '../domain/principal.js';
import type { AgentClaimEntity } from '../persistence/agent-claim.entity.js';

/** A claim with the names of who made it and the username of who decided. */
export interface AgentClaimRow extends AgentClaimEntity {
  readonly username: string;
  readonly displayName: string;
  readonly decider: string | null;
}

export interface AgentClaimFilter {
  readonly state?: AgentClaimState;
  readonly limit: number;
  readonly cursor?: string;
}

const COLUMNS = `
         c.id, c.account_id AS "accountId", c.credit_code AS "creditCode", c.post, c.reason, c.state,
         c.filed_at AS "filedAt", c.decided_by AS "decidedBy", c.decided_at AS "decidedAt",
         c.decision_reason AS "decisionReason", c.version, a.username, a.display_name AS "displayName",
         d.username AS decider`;

const FROM = `access.agent_claim c JOIN access.account a ON a.id = c.account_id
    LEFT JOIN access.account d ON d.id = c.decided_by`;

/** One's own claims, and those that lie in one's jurisdiction as an acceptance officer. */
const VISIBLE = '(c.account_id = $1 OR substr(c.credit_code, 3, 6) LIKE ANY ($2::text[]))';

function visibleTo(principal: Principal): [string, string[]] {
  const prefixes = scopesOf(principal, 'ACCEPTANCE_OFFICER').map(divisionPrefix);
  return [principal.accountId, prefixes.flatMap((prefix) => (prefix === undefined ? [] : [`${prefix}%`]))];
}

/** The claims that a caller may see. */
@Injectable()
export class AgentClaimQueries {
  constructor(private readonly reads: Reads) {}

  /** Newest first. */
  async find(principal: Principal, { state, limit, cursor }: AgentClaimFilter): Promise<Page<AgentClaimRow>> {
    const where = `${VISIBLE} AND ($3::text IS NULL OR c.state = $3)`;
    const parameters = [...visibleTo(principal), state ?? null];
    const keys = [{ sql: 'c.id', type: 'bigint' }] as const;
    return this.reads.page(
      { columns: COLUMNS, from: FROM, where, parameters, keys, descending: true },
      { limit, cursor },
    );
  }

  /** @throws NotFound when there is none or it is not the caller's to see. */
  async get(principal: Principal, id: string): Promise<AgentClaimRow> {
    const rows = await this.reads.rows<AgentClaimRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE ${VISIBLE} AND c.id = $3`, [
      ...visibleTo(principal),
      id,
    ]);
    if (rows.length === 0) throw new NotFound();
    return rows[0];
  }
}
