import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '@app/audit';
import { SYSTEM, UnitOfWork } from '@app/platform';
import { USERNAME_SHAPE } from '../domain/account.rules.js';
import { AccountEntity } from '../persistence/account.entity.js';
import { LoginThrottle } from './login-throttle.js';
import { PasswordHasher } from './password-hasher.js';

/** Who a name and a password belong to. */
@Injectable()
export class VerifyPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: LoginThrottle,
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /**
   * The account, or undefined: an unknown name, a wrong password, a disabled account and a one-time password that
   * is past its time are not told apart.
   * @throws HttpProblem 429 after too many failures from this address.
   */
  execute(username: string, password: string, address: string): Promise<AccountEntity | undefined> {
    const name = username.trim().toLowerCase();
    return this.throttle.attempt(name, address, async () => {
      const account = await this.find(name);
      const same = await this.hasher.verify(account?.passwordHash, password);
      if (same && account && isUsable(account)) return account;
      await this.recordFailure(account);
      return undefined;
    });
  }

  private async find(username: string): Promise<AccountEntity | undefined> {
    if (!USERNAME_SHAPE.test(username)) return undefined;
    return (await this.dataSource.manager.findOneBy(AccountEntity, { username })) ?? undefined;
  }

  /** What was typed as a name may be a password or an ID number: it is not kept. */
  private async recordFailure(account: AccountEntity | undefined): Promise<void> {
    await this.unitOfWork.run(SYSTEM, (tx) =>
      this.audit.record(tx, {
        action: 'access.login.refuse',
        subjectType: 'account',
        subjectId: account?.id ?? 'unknown',
      }),
    );
  }
}

function isUsable({ status, passwordExpiresAt }: AccountEntity): boolean {
  return status === 'ACTIVE' && (passwordExpiresAt === null || passwordExpiresAt.getTime() > Date.now());
}
