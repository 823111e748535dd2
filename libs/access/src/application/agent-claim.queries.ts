import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '@app/kernel';
import { COUNT_LIMIT, decodeCursor, pageOf, type Page } from '@app/platform';
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

const SELECT = `
  SELECT c.id, c.account_id AS "accountId", c.credit_code AS "creditCode", c.post, c.reason, c.state,
         c.filed_at AS "filedAt", c.decided_by AS "decidedBy", c.decided_at AS "decidedAt",
         c.decision_reason AS "decisionReason", c.version, a.username, a.display_name AS "displayName",
         d.username AS decider
    FROM access.agent_claim c JOIN access.account a ON a.id = c.account_id
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
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async find(principal: Principal, { state, limit, cursor }: AgentClaimFilter): Promise<Page<AgentClaimRow>> {
    const before = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const where = `${VISIBLE} AND ($3::text IS NULL OR c.state = $3)`;
    const filter = [...visibleTo(principal), state ?? null];
    const rows: AgentClaimRow[] = await this.dataSource.query(
      `${SELECT} WHERE ${where} AND ($4::bigint IS NULL OR c.id < $4) ORDER BY c.id DESC LIMIT $5`,
      [...filter, before, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM access.agent_claim c WHERE ${where} LIMIT $4) counted`,
      [...filter, COUNT_LIMIT + 1],
    );
    return pageOf(
      rows,
      limit,
      count,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** @throws NotFound when there is none or it is not the caller's to see. */
  async get(principal: Principal, id: string): Promise<AgentClaimRow> {
    const rows: AgentClaimRow[] = await this.dataSource.query(`${SELECT} WHERE ${VISIBLE} AND c.id = $3`, [
      ...visibleTo(principal),
      id,
    ]);
    if (rows.length === 0) throw new NotFound();
    return rows[0];
  }
}
