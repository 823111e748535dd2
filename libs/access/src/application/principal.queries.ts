import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '@app/platform';
import type { Principal } from '../domain/principal.js';
import { ROLE_TABLE, type Role } from '../domain/roles.table.js';

interface PrincipalRow {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
  readonly grants: { id: string; role: Role; scope: string | null }[];
}

const COLUMNS = `
  a.id AS "accountId", a.username, a.display_name AS "displayName",
  a.password_expires_at IS NOT NULL AS "mustChangePassword",
  coalesce((SELECT json_agg(json_build_object('id', g.id::text, 'role', g.role, 'scope', g.scope) ORDER BY g.id)
              FROM access.role_grant g WHERE g.account_id = a.id AND g.state = 'ACTIVE'), '[]') AS grants`;

/** Who is behind a request, or could be. */
@Injectable()
export class PrincipalQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The account with its roles, if its session still stands; undefined otherwise. Asked at every request, in one
   * query, so that what is revoked is gone at once and a token is never more than a claim.
   */
  async find(accountId: string, sessionId: string): Promise<Principal | undefined> {
    const rows: PrincipalRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM access.session s JOIN access.account a ON a.id = s.account_id
        WHERE s.id = $1 AND s.account_id = $2 AND s.ended_at IS NULL AND s.idle_until > now()
          AND s.expires_at > now() AND a.status = 'ACTIVE'`,
      [sessionId, accountId],
    );
    return rows.length === 0 ? undefined : principalOf(rows[0], sessionId);
  }

  /** An active account with its roles, logged in or not: somebody to whom work may be given. */
  async findByAccount(accountId: string): Promise<Principal | undefined> {
    const rows: PrincipalRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM access.account a WHERE a.id = $1 AND a.status = 'ACTIVE'`,
      [accountId],
    );
    return rows.length === 0 ? undefined : principalOf(rows[0], null);
  }

  /** Usernames by account, of active accounts and others: who once did something. */
  async usernames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = 'SELECT id, username FROM access.account WHERE id = ANY($1::uuid[])';
    const rows: { id: string; username: string }[] = await this.dataSource.query(sql, [accountIds]);
    return new Map(rows.map(({ id, username }) => [id, username]));
  }

  /** The active accounts that hold the role for exactly this scope, or one of these; each once. */
  async holdersOf(tx: Tx, role: Role, scope: string | readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT DISTINCT a.id FROM access.role_grant g JOIN access.account a ON a.id = g.account_id
        WHERE g.role = $1 AND g.scope = ANY($2::text[]) AND g.state = 'ACTIVE' AND a.status = 'ACTIVE' ORDER BY a.id`,
      [role, [scope].flat()],
    );
    return rows.map(({ id }) => id);
  }

  /** True when somebody holds the role for exactly this scope. */
  async isHeld(tx: Tx, role: Role, scope: string): Promise<boolean> {
    const rows = await tx.rows(
      `SELECT 1 FROM access.role_grant g JOIN access.account a ON a.id = g.account_id
        WHERE g.role = $1 AND g.scope = $2 AND g.state = 'ACTIVE' AND a.status = 'ACTIVE' LIMIT 1`,
      [role, scope],
    );
    return rows.length > 0;
  }
}

function principalOf(row: PrincipalRow, sessionId: string | null): Principal {
  const grants = row.grants.map((grant) => ({ ...grant, scopeType: ROLE_TABLE[grant.role].scopeType }));
  return { ...row, grants, sessionId, name: row.username };
}
