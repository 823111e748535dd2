import { Injectable } from '@nestjs/common';
import { RuleViolated, violationOf } from '@app/kernel';
import { Audit } from '@app/audit';
import { HttpProblem, UnitOfWork } from '@app/platform';
import { PASSWORD_UNCHANGED } from '../domain/access.table.js';
import { passwordViolations } from '../domain/account.rules.js';
import type { Principal } from '../domain/principal.js';
import { setPassword } from './accounts.js';
import { endSessions } from './end-sessions.js';
import { PasswordHasher } from './password-hasher.js';
import { VerifyPassword } from './verify-password.js';

/** Gives the caller a new password and ends his other sessions. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verifyPassword: VerifyPassword,
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws HttpProblem 422 when the current password is wrong, 429 when it was wrong too often.
   * @throws RuleViolated with everything that is wrong with the new one.
   */
  async execute(principal: Principal, current: string, next: string, address: string): Promise<void> {
    const violations = passwordViolations(next, principal.username, '/newPassword');
    if (current === next) {
      const en = 'The new password is the old one';
      violations.push(violationOf(PASSWORD_UNCHANGED, '/newPassword', '新密码不得与原密码相同', en));
    }
    if (violations.length > 0) throw new RuleViolated(violations);
    if (!(await this.verifyPassword.execute(principal.username, current, address))) throw wrongPassword();
    const passwordHash = await this.hasher.hash(next);
    const { accountId, sessionId } = principal;
    await this.unitOfWork.run(principal, async (tx) => {
      await setPassword(tx, accountId, passwordHash);
      const endedSessions = await endSessions(tx, { accountId, except: sessionId ?? undefined }, 'PASSWORD_CHANGED');
      await this.audit.record(tx, {
        action: 'access.password.change',
        subjectType: 'account',
        subjectId: accountId,
        detail: { endedSessions },
      });
    });
  }
}

function wrongPassword(): HttpProblem {
  const text = { zh: '原密码不正确', en: 'The current password is wrong' };
  return new HttpProblem(422, 'RULES_VIOLATED', text, {
    violations: [{ code: 'PASSWORD-WRONG', pointer: '/currentPassword', message: text }],
  });
}
