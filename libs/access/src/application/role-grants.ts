import type { Tx } from '@app/platform';
import type { RoleGrantState } from '../domain/role-grant.workflow.js';
import type { Role } from '../domain/roles.table.js';
import type { GrantOrigin } from '../persistence/role-grant.entity.js';

export interface NewGrant {
  readonly accountId: string;
  readonly role: Role;
  readonly scope: string | null;
  readonly origin: GrantOrigin;
  readonly state: RoleGrantState;
  readonly reason: string;
  readonly proposedBy?: string;
  readonly decidedBy?: string;
}

/** Writes a grant. @returns its id. */
export async function insertGrant(tx: Tx, grant: NewGrant): Promise<string> {
  const { id } = await tx.row<{ id: string }>(
    `INSERT INTO access.role_grant
       (account_id, role, scope, origin, state, reason, proposed_by, proposed_at, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      grant.accountId,
      grant.role,
      grant.scope,
      grant.origin,
      grant.state,
      grant.reason,
      grant.proposedBy ?? null,
      tx.now,
      grant.decidedBy ?? null,
      grant.decidedBy ? tx.now : null,
    ],
  );
  return id;
}

/** The roles that an account holds or is proposed for. */
export function openGrants(tx: Tx, accountId: string): Promise<{ role: Role; scope: string | null }[]> {
  return tx.rows(
    `SELECT role, scope FROM access.role_grant WHERE account_id = $1 AND state IN ('PROPOSED', 'ACTIVE')`,
    [accountId],
  );
}

/**
 * How many administrators there are, not counting disabled accounts. Whoever asks holds the answer until his
 * transaction ends: two administrators who revoke each other at once must not leave nobody.
 */
export async function countAdministrators(tx: Tx): Promise<number> {
  await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('access.administrators', 0))`);
  const { count } = await tx.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM access.role_grant g JOIN access.account a ON a.id = g.account_id
      WHERE g.role = 'ADMINISTRATOR' AND g.state = 'ACTIVE' AND a.status = 'ACTIVE'`,
  );
  return count;
}
