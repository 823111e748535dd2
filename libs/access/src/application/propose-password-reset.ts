import { Injectable } from '@nestjs/common';
import { NotPermitted, RuleViolated, violationOf } from '@app/kernel';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';
import { ACCOUNT_DISABLED, OPEN_ALREADY, OPERATING_RIGHTS_CITATION } from '../domain/access.table.js';
import type { Principal } from '../domain/principal.js';
import { PasswordResetEntity } from '../persistence/password-reset.entity.js';
import { lockAccount } from './accounts.js';

/** An administrator proposes that somebody who lost a password gets a new one. */
@Injectable()
export class ProposePasswordReset {
  constructor(private readonly audit: Audit) {}

  /** @returns the id. @throws NotFound; NotPermitted for oneself; RuleViolated when one is open already. */
  async execute(tx: Tx, { accountId: proposedBy }: Principal, accountId: string, reason: string): Promise<string> {
    if (accountId === proposedBy) {
      throw new NotPermitted({ zh: '不得为本人提议重置密码', en: 'Nobody resets his own password; change it instead' });
    }
    const account = await lockAccount(tx, accountId);
    const violations = [];
    if (account.status !== 'ACTIVE') {
      violations.push(violationOf(ACCOUNT_DISABLED, '', '账号已停用', 'The account is disabled'));
    }
    if (await tx.manager.existsBy(PasswordResetEntity, { accountId, state: 'PROPOSED' })) {
      violations.push(violationOf(OPEN_ALREADY, '', '已有待确认的重置', 'A reset is waiting for confirmation already'));
    }
    if (violations.length > 0) throw new RuleViolated(violations);
    const { id } = await tx.row<{ id: string }>(
      `INSERT INTO access.password_reset (account_id, reason, proposed_by, proposed_at)
       VALUES ($1, $2, $3, $4) RETURNING id`,
      [accountId, reason, proposedBy, tx.now],
    );
    await this.audit.record(tx, {
      action: 'access.password-reset.propose',
      subjectType: 'password-reset',
      subjectId: id,
      ground: OPERATING_RIGHTS_CITATION,
      detail: { accountId },
    });
    return id;
  }
}
