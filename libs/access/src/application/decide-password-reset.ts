import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { Audit } from '@app/audit';
import { requireVersion, type Tx } from '@app/platform';
import { administratorParties, nextState } from '../domain/parties.js';
import { PASSWORD_RESET, type PasswordResetAction } from '../domain/password-reset.workflow.js';
import type { Principal } from '../domain/principal.js';
import { LIFETIMES } from '../domain/session.table.js';
import { PasswordResetEntity } from '../persistence/password-reset.entity.js';
import { setPassword } from './accounts.js';
import { endSessions } from './end-sessions.js';
import { generatePassword } from './generate-password.js';
import { PasswordHasher } from './password-hasher.js';

export interface ResetDecision {
  readonly id: string;
  readonly action: PasswordResetAction;
  readonly reason?: string;
  readonly version: number;
}

/** A second administrator confirms or rejects a reset. */
@Injectable()
export class DecidePasswordReset {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns the one-time password when confirmed: it is kept nowhere and cannot be given again.
   * @throws NotFound, StaleVersion, ActionNotAllowed; NotPermitted for who proposed it or whose password it is.
   */
  async execute(tx: Tx, principal: Principal, decision: ResetDecision): Promise<string | undefined> {
    const { id, action, reason, version } = decision;
    const lock = { mode: 'pessimistic_write' } as const;
    const reset = await tx.manager.findOne(PasswordResetEntity, { where: { id }, lock });
    if (!reset) throw new NotFound();
    requireVersion(reset.version, version);
    const state = nextState(PASSWORD_RESET, reset.state, action, administratorParties(principal, reset));
    const decided = { decidedBy: principal.accountId, decidedAt: tx.now, decisionReason: reason ?? null };
    await tx.manager.update(PasswordResetEntity, { id }, { ...decided, state, version: version + 1 });
    await this.audit.record(tx, {
      action: `access.password-reset.${action}`,
      subjectType: 'password-reset',
      subjectId: id,
      ground: PASSWORD_RESET.states[reset.state].on[action]!.citation,
      detail: { accountId: reset.accountId },
    });
    return action === 'confirm' ? this.reset(tx, reset.accountId) : undefined;
  }

  private async reset(tx: Tx, accountId: string): Promise<string> {
    const password = generatePassword();
    await setPassword(tx, accountId, await this.hasher.hash(password), LIFETIMES.oneTimePassword);
    await endSessions(tx, { accountId }, 'PASSWORD_RESET');
    return password;
  }
}
