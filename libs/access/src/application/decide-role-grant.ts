import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { Audit } from '@app/audit';
import { requireVersion, type Tx } from '@app/platform';
import { administratorParties, nextState } from '../domain/parties.js';
import type { Principal } from '../domain/principal.js';
import { ROLE_GRANT, type RoleGrantAction } from '../domain/role-grant.workflow.js';
import { RoleGrantEntity } from '../persistence/role-grant.entity.js';
import { requireAnotherAdministrator } from './change-account-status.js';
import { countAdministrators } from './role-grants.js';

export interface GrantDecision {
  readonly id: string;
  readonly action: RoleGrantAction;
  readonly reason?: string;
  readonly version: number;
}

/** Confirms or rejects a proposed role, or takes a role back. */
@Injectable()
export class DecideRoleGrant {
  constructor(private readonly audit: Audit) {}

  /**
   * @throws NotFound, StaleVersion, ActionNotAllowed; NotPermitted for who proposed it or is to get it; RuleViolated
   * when the last administrator would go.
   */
  async execute(tx: Tx, principal: Principal, { id, action, reason, version }: GrantDecision): Promise<void> {
    const administrators = await countAdministrators(tx);
    const lock = { mode: 'pessimistic_write' } as const;
    const grant = await tx.manager.findOne(RoleGrantEntity, { where: { id }, lock });
    if (!grant) throw new NotFound();
    requireVersion(grant.version, version);
    const state = nextState(ROLE_GRANT, grant.state, action, administratorParties(principal, grant));
    if (action === 'revoke' && grant.role === 'ADMINISTRATOR') requireAnotherAdministrator(administrators);
    const by = principal.accountId;
    const change =
      action === 'revoke'
        ? { revokedBy: by, revokedAt: tx.now, revocationReason: reason }
        : { decidedBy: by, decidedAt: tx.now, decisionReason: reason ?? null };
    await tx.manager.update(RoleGrantEntity, { id }, { ...change, state, version: version + 1 });
    await this.audit.record(tx, {
      action: `access.role-grant.${action}`,
      subjectType: 'role-grant',
      subjectId: id,
      ground: ROLE_GRANT.states[grant.state].on[action]!.citation,
      detail: { accountId: grant.accountId, role: grant.role, scope: grant.scope },
    });
  }
}
