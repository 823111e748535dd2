import { Injectable } from '@nestjs/common';
import { NotPermitted, RuleViolated, violationOf } from '@app/kernel';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';
import { ACCOUNT_DISABLED, OPERATING_RIGHTS_CITATION } from '../domain/access.table.js';
import type { Principal } from '../domain/principal.js';
import { roleGrantViolations } from '../domain/role-grant.rules.js';
import type { Role } from '../domain/roles.table.js';
import { lockAccount } from './accounts.js';
import { insertGrant, openGrants } from './role-grants.js';

export interface GrantProposal {
  readonly accountId: string;
  readonly role: Role;
  readonly scope: string | null;
  readonly reason: string;
}

/** An administrator proposes a role for somebody else; it has no effect until another one confirms it. */
@Injectable()
export class ProposeRoleGrant {
  constructor(private readonly audit: Audit) {}

  /** @returns the grant's id. @throws NotFound; NotPermitted for oneself; RuleViolated. */
  async execute(tx: Tx, { accountId: proposedBy }: Principal, proposal: GrantProposal): Promise<string> {
    const { accountId, role, scope, reason } = proposal;
    if (accountId === proposedBy) {
      throw new NotPermitted({ zh: '不得为本人提议角色', en: 'Nobody proposes a role for himself' });
    }
    const account = await lockAccount(tx, accountId);
    const violations = roleGrantViolations({ role, scope }, await openGrants(tx, accountId));
    if (account.status !== 'ACTIVE') {
      violations.push(violationOf(ACCOUNT_DISABLED, '', '账号已停用', 'The account is disabled'));
    }
    if (violations.length > 0) throw new RuleViolated(violations);
    const id = await insertGrant(tx, {
      accountId,
      role,
      scope,
      reason,
      proposedBy,
      origin: 'PROPOSAL',
      state: 'PROPOSED',
    });
    await this.audit.record(tx, {
      action: 'access.role-grant.propose',
      subjectType: 'role-grant',
      subjectId: id,
      ground: OPERATING_RIGHTS_CITATION,
      detail: { accountId, role, scope },
    });
    return id;
  }
}
