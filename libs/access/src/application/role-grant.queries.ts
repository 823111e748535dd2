import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { type Page, Reads } from '@app/platform';
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

const COLUMNS = `
         g.id, g.account_id AS "accountId", g.role, g.scope, g.origin, g.state, g.reason, g.version,
         g.proposed_by AS "proposedBy", g.proposed_at AS "proposedAt", g.decided_by AS "decidedBy",
         g.decided_at AS "decidedAt", g.decision_reason AS "decisionReason", g.revoked_by AS "revokedBy",
         g.revoked_at AS "revokedAt", g.revocation_reason AS "revocationReason", a.username,
         p.username AS proposer, d.username AS decider, r.username AS revoker`;

const FROM = `access.role_grant g JOIN access.account a ON a.id = g.account_id
    LEFT JOIN access.account p ON p.id = g.proposed_by
    LEFT JOIN access.account d ON d.id = g.decided_by
    LEFT JOIN access.account r ON r.id = g.revoked_by`;

const WHERE = `($1::text IS NULL OR g.state = $1) AND ($2::text IS NULL OR g.role = $2)
  AND ($3::uuid IS NULL OR g.account_id = $3)`;

/** The roles that were proposed, given and taken. */
@Injectable()
export class RoleGrantQueries {
  constructor(private readonly reads: Reads) {}

  /** Newest first. */
  async find({ state, role, accountId, limit, cursor }: RoleGrantFilter): Promise<Page<RoleGrantRow>> {
    const parameters = [state ?? null, role ?? null, accountId ?? null];
    const keys = [{ sql: 'g.id', type: 'bigint' }] as const;
    return this.reads.page(
      { columns: COLUMNS, from: FROM, where: WHERE, parameters, keys, descending: true },
      { limit, cursor },
    );
  }

  /** @throws NotFound */
  async get(id: string): Promise<RoleGrantRow> {
    const rows = await this.reads.rows<RoleGrantRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE g.id = $1`, [id]);
    if (rows.length === 0) throw new NotFound();
    return rows[0];
  }
}
