import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { RuleViolated } from '@app/kernel';
import { Audit } from '@app/audit';
import { UnitOfWork } from '@app/platform';
import { passwordViolations, usernameViolations } from '../domain/account.rules.js';
import { AccountEntity } from '../persistence/account.entity.js';
import { insertAccount } from './accounts.js';
import { PasswordHasher } from './password-hasher.js';
import { insertGrant } from './role-grants.js';

export interface Registration {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

/** Makes an account for whoever asks: an applicant. */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /** @returns the account's id. @throws RuleViolated with everything that is wrong with name and password. */
  execute({ username, displayName, password }: Registration): Promise<string> {
    const id = randomUUID();
    return this.unitOfWork.run({ accountId: id, name: username }, async (tx) => {
      const taken = await tx.manager.existsBy(AccountEntity, { username });
      const violations = [
        ...usernameViolations(username, taken),
        ...passwordViolations(password, username, '/password'),
      ];
      if (violations.length > 0) throw new RuleViolated(violations);
      const passwordHash = await this.hasher.hash(password);
      if (!(await insertAccount(tx, { id, username, displayName, passwordHash }))) {
        throw new RuleViolated(usernameViolations(username, true));
      }
      await insertGrant(tx, {
        accountId: id,
        role: 'APPLICANT',
        scope: null,
        origin: 'SELF_REGISTRATION',
        state: 'ACTIVE',
        reason: '自行注册',
      });
      await this.audit.record(tx, { action: 'access.account.register', subjectType: 'account', subjectId: id });
      return id;
    });
  }
}
