import { Injectable } from '@nestjs/common';
import { ActionNotAllowed, RuleViolated, violationOf } from '@app/kernel';
import { Audit } from '@app/audit';
import { requireVersion, type Tx } from '@app/platform';
import { LAST_ADMINISTRATOR } from '../domain/access.table.js';
import { AccountEntity, type AccountStatus } from '../persistence/account.entity.js';
import { lockAccount } from './accounts.js';
import { endSessions } from './end-sessions.js';
import { countAdministrators } from './role-grants.js';

export type AccountAction = 'disable' | 'enable';

/** What can be done to an account in its state. */
export const ACCOUNT_ACTIONS: Readonly<Record<AccountStatus, readonly AccountAction[]>> = {
  ACTIVE: ['disable'],
  DISABLED: ['enable'],
};

/** Shuts an account out, or lets it in again. */
@Injectable()
export class ChangeAccountStatus {
  constructor(private readonly audit: Audit) {}

  /** @throws NotFound, StaleVersion, ActionNotAllowed; RuleViolated for the last administrator. */
  async execute(tx: Tx, accountId: string, action: AccountAction, version: number): Promise<void> {
    const administrators = await countAdministrators(tx);
    const account = await lockAccount(tx, accountId);
    requireVersion(account.version, version);
    const allowed = ACCOUNT_ACTIONS[account.status];
    if (!allowed.includes(action)) {
      throw new ActionNotAllowed(allowed, { zh: '账号已是该状态', en: 'The account is so already' });
    }
    if (action === 'disable') await this.disable(tx, accountId, administrators);
    const status = action === 'disable' ? 'DISABLED' : 'ACTIVE';
    await tx.manager.update(AccountEntity, { id: accountId }, { status, version: version + 1 });
    await this.audit.record(tx, { action: `access.account.${action}`, subjectType: 'account', subjectId: accountId });
  }

  private async disable(tx: Tx, accountId: string, administrators: number): Promise<void> {
    const isAdministrator = await tx.rows(
      `SELECT 1 FROM access.role_grant WHERE account_id = $1 AND role = 'ADMINISTRATOR' AND state = 'ACTIVE'`,
      [accountId],
    );
    if (isAdministrator.length > 0) requireAnotherAdministrator(administrators);
    await endSessions(tx, { accountId }, 'ACCOUNT_DISABLED');
  }
}

/** @throws RuleViolated when there is only one administrator left. */
export function requireAnotherAdministrator(administrators: number): void {
  if (administrators > 1) return;
  const en = 'This is the last administrator';
  throw new RuleViolated([violationOf(LAST_ADMINISTRATOR, '', '这是最后一名系统管理员', en)]);
}
