import { allowedActions } from '@app/kernel';
import type { AgentClaimRow } from '../application/agent-claim.queries.js';
import type { PasswordResetRow } from '../application/password-reset.queries.js';
import type { RoleGrantRow } from '../application/role-grant.queries.js';
import { AGENT_CLAIM } from '../domain/agent-claim.workflow.js';
import { administratorParties, claimParties } from '../domain/parties.js';
import { PASSWORD_RESET } from '../domain/password-reset.workflow.js';
import type { Principal } from '../domain/principal.js';
import { ROLE_GRANT } from '../domain/role-grant.workflow.js';
import { ROLE_TABLE } from '../domain/roles.table.js';
import type { AgentClaimDto } from './dto/agent-claim.dto.js';
import type { PasswordResetDto } from './dto/password-reset.dto.js';
import type { AccountRefDto, RoleGrantDto } from './dto/role-grant.dto.js';

export function presentRoleGrant(row: RoleGrantRow, caller: Principal): RoleGrantDto {
  return {
    id: row.id,
    account: { id: row.accountId, username: row.username },
    role: row.role,
    scopeType: ROLE_TABLE[row.role].scopeType,
    scope: row.scope,
    state: row.state,
    origin: row.origin,
    reason: row.reason,
    proposedBy: refOf(row.proposedBy, row.proposer),
    proposedAt: row.proposedAt,
    decidedBy: refOf(row.decidedBy, row.decider),
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    revokedBy: refOf(row.revokedBy, row.revoker),
    revokedAt: row.revokedAt,
    revocationReason: row.revocationReason,
    allowedActions: allowedActions(ROLE_GRANT, row.state, administratorParties(caller, row)),
    version: row.version,
  };
}

export function presentPasswordReset(row: PasswordResetRow, caller: Principal): PasswordResetDto {
  return {
    id: row.id,
    account: { id: row.accountId, username: row.username },
    state: row.state,
    reason: row.reason,
    proposedBy: { id: row.proposedBy, username: row.proposer },
    proposedAt: row.proposedAt,
    decidedBy: refOf(row.decidedBy, row.decider),
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    allowedActions: allowedActions(PASSWORD_RESET, row.state, administratorParties(caller, row)),
    version: row.version,
  };
}

export function presentAgentClaim(row: AgentClaimRow, caller: Principal): AgentClaimDto {
  return {
    id: row.id,
    account: { id: row.accountId, username: row.username, displayName: row.displayName },
    creditCode: row.creditCode,
    post: row.post,
    reason: row.reason,
    state: row.state,
    filedAt: row.filedAt,
    decidedBy: refOf(row.decidedBy, row.decider),
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    allowedActions: allowedActions(AGENT_CLAIM, row.state, claimParties(caller, row)),
    version: row.version,
  };
}

function refOf(id: string | null, username: string | null): AccountRefDto | null {
  return id === null || username === null ? null : { id, username };
}
