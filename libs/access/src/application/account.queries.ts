import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { type Page, Reads } from '@app/platform';
import type { Role } from '../domain/roles.table.js';
import type { AccountStatus } from '../persistence/account.entity.js';

export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly status: AccountStatus;
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
  readonly version: number;
  readonly grants: readonly {
    readonly id: string;
    readonly role: Role;
    readonly scope: string | null;
    readonly state: 'PROPOSED' | 'ACTIVE';
    readonly since: string;
  }[];
}

export interface AccountFilter {
  readonly q?: string;
  readonly status?: AccountStatus;
  readonly role?: Role;
  readonly limit: number;
  readonly cursor?: string;
}

const COLUMNS = `
  a.id, a.username, a.display_name AS "displayName", a.status, a.created_at AS "createdAt", a.version,
  a.password_expires_at IS NOT NULL AS "mustChangePassword",
  coalesce((SELECT json_agg(json_build_object('id', g.id::text, 'role', g.role, 'scope', g.scope, 'state', g.state,
                     'since', coalesce(g.decided_at, g.proposed_at)) ORDER BY g.id)
              FROM access.role_grant g WHERE g.account_id = a.id AND g.state IN ('PROPOSED', 'ACTIVE')), '[]') AS grants`;

const WHERE = `
  ($1::text IS NULL OR a.username LIKE $1 OR a.display_name ILIKE $1)
  AND ($2::text IS NULL OR a.status = $2)
  AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM access.role_grant g
        WHERE g.account_id = a.id AND g.role = $3 AND g.state = 'ACTIVE'))`;

/** The accounts, for administrators. */
@Injectable()
export class AccountQueries {
  constructor(private readonly reads: Reads) {}

  /** By username; `q` is part of the username or of the name. */
  async find({ q, status, role, limit, cursor }: AccountFilter): Promise<Page<AccountRow>> {
    const parameters = [q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null, status ?? null, role ?? null];
    const keys = [{ sql: 'a.username', type: 'text' }] as const;
    return this.reads.page(
      { columns: COLUMNS, from: 'access.account a', where: WHERE, parameters, keys },
      { limit, cursor },
    );
  }

  /** @throws NotFound */
  async get(id: string): Promise<AccountRow> {
    const rows = await this.reads.rows<AccountRow>(`SELECT ${COLUMNS} FROM access.account a WHERE a.id = $1`, [id]);
    if (rows.length === 0) throw new NotFound({ zh: '没有此账号', en: 'There is no such account' });
    return rows[0];
  }
}
