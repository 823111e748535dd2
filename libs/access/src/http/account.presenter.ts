import type { AccountRow } from '../application/account.queries.js';
import { ACCOUNT_ACTIONS } from '../application/change-account-status.js';
import { ROLE_TABLE } from '../domain/roles.table.js';
import type { AccountDto } from './dto/account.dto.js';

/** An account as administrators see it. */
export function presentAccount(row: AccountRow): AccountDto {
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    status: row.status,
    mustChangePassword: row.mustChangePassword,
    createdAt: row.createdAt,
    grants: row.grants.map(({ id, role, scope, state, since }) => ({
      id,
      role,
      scopeType: ROLE_TABLE[role].scopeType,
      scope,
      state,
      since: new Date(since),
    })),
    allowedActions: [...ACCOUNT_ACTIONS[row.status]],
    version: row.version,
  };
}
