import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '@app/kernel';
import { COUNT_LIMIT, decodeCursor, pageOf, type Page } from '@app/platform';
import type { RoleGrantState } from '../domain/role-grant.workflow.js';
import type { Role } from '../domain/roles.table.js';
import type { RoleGrantEntity } from '../persistence/role-grant.entity.js';

/** A grant with the usernames of everybody who had to do with it. */
export interface RoleGrantRow extends RoleGrantEntity {
  readonly username: string;
  readonly proposer: string | null;
  readonly decider: string | null;
  readonly revoker: string | null;
}

export interface RoleGrantFilter {
  readonly state?: RoleGrantState;
  readonly role?: Role;
  readonly accountId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const SELECT = `
  SELECT g.id, g.account_id AS "accountId", g.role, g.scope, g.origin, g.state, g.reason, g.version,
         g.proposed_by AS "proposedBy", g.proposed_at AS "proposedAt", g.decided_by AS "decidedBy",
         g.decided_at AS "decidedAt", g.decision_reason AS "decisionReason", g.revoked_by AS "revokedBy",
         g.revoked_at AS "revokedAt", g.revocation_reason AS "revocationReason", a.username,
         p.username AS proposer, d.username AS decider, r.username AS revoker
    FROM access.role_grant g JOIN access.account a ON a.id = g.account_id
    LEFT JOIN access.account p ON p.id = g.proposed_by
    LEFT JOIN access.account d ON d.id = g.decided_by
    LEFT JOIN access.account r ON r.id = g.revoked_by`;

const WHERE = `($1::text IS NULL OR g.state = $1) AND ($2::text IS NULL OR g.role = $2)
  AND ($3::uuid IS NULL OR g.account_id = $3)`;

/** The roles that were proposed, given and taken. */
@Injectable()
export class RoleGrantQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async find({ state, role, accountId, limit, cursor }: RoleGrantFilter): Promise<Page<RoleGrantRow>> {
    const before = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const filter = [state ?? null, role ?? null, accountId ?? null];
    const rows: RoleGrantRow[] = await this.dataSource.query(
      `${SELECT} WHERE ${WHERE} AND ($4::bigint IS NULL OR g.id < $4) ORDER BY g.id DESC LIMIT $5`,
      [...filter, before, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM access.role_grant g WHERE ${WHERE} LIMIT $4) counted`,
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

  /** @throws NotFound */
  async get(id: string): Promise<RoleGrantRow> {
    const rows: RoleGrantRow[] = await this.dataSource.query(`${SELECT} WHERE g.id = $1`, [id]);
    if (rows.length === 0) throw new NotFound();
    return rows[0];
  }
}
