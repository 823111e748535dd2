import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '@app/kernel';
import { COUNT_LIMIT, decodeCursor, pageOf, type Page } from '@app/platform';
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
  constructor(private readonly dataSource: DataSource) {}

  /** By username; `q` is part of the username or of the name. */
  async find({ q, status, role, limit, cursor }: AccountFilter): Promise<Page<AccountRow>> {
    const after = decodeCursor(cursor, ['text'])?.[0] ?? null;
    const filter = [q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null, status ?? null, role ?? null];
    const rows: AccountRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM access.account a
        WHERE ${WHERE} AND ($4::text IS NULL OR a.username > $4) ORDER BY a.username LIMIT $5`,
      [...filter, after, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM access.account a WHERE ${WHERE} LIMIT $4) counted`,
      [...filter, COUNT_LIMIT + 1],
    );
    return pageOf(
      rows,
      limit,
      count,
      (row) => [row.username],
      (row) => row,
    );
  }

  /** @throws NotFound */
  async get(id: string): Promise<AccountRow> {
    const rows: AccountRow[] = await this.dataSource.query(`SELECT ${COLUMNS} FROM access.account a WHERE a.id = $1`, [
      id,
    ]);
    if (rows.length === 0) throw new NotFound({ zh: '没有此账号', en: 'There is no such account' });
    return rows[0];
  }
}
