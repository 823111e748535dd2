import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { In } from 'typeorm';
import { Audit } from '@app/audit';
import { Settings, type Tx } from '@app/platform';
import { AccountEntity } from '../persistence/account.entity.js';
import { insertAccount, setPassword } from './accounts.js';
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts.table.js';
import { demoPasswordFile, type DemoPasswords, readDemoPasswords, writeDemoPasswords } from './demo-password-file.js';
import { endSessions } from './end-sessions.js';
import { generatePassword } from './generate-password.js';
import { PasswordHasher } from './password-hasher.js';
import { insertGrant } from './role-grants.js';

/** The accounts of a demonstration; they exist only on an installation that no other machine can reach. */
@Injectable()
export class DemoAccounts {
  constructor(
    private readonly settings: Settings,
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes what is missing and sees to it that the passwords are those of DEMO_PASSWORD or of the file: a file that
   * was lost is made anew, with new passwords. A second run changes nothing. Roles are given with a new account
   * only: what somebody revoked since stays revoked.
   */
  async seed(tx: Tx): Promise<void> {
    await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('access.demo-accounts', 0))`);
    const path = demoPasswordFile(this.settings);
    const known = readDemoPasswords(path);
    const passwords = this.passwords(known);
    const accounts = await tx.manager.findBy(AccountEntity, { username: In(Object.keys(passwords)) });
    // Hashing is work for several cores, and one connection can do only one thing at a time.
    const hashes = await Promise.all(accounts.map((account) => this.hashIfOther(account, passwords[account.username])));
    for (const [index, { id }] of accounts.entries()) await this.changePassword(tx, id, hashes[index]);
    const present = new Set(accounts.map(({ username }) => username));
    const missing = DEMO_ACCOUNTS.filter(({ username }) => !present.has(username));
    const newHashes = await Promise.all(missing.map(({ username }) => this.hasher.hash(passwords[username])));
    for (const [index, demo] of missing.entries()) await this.create(tx, demo, newHashes[index]);
    if (this.settings.demoPassword || isDeepStrictEqual(known, passwords)) return;
    // Written after the commit: if that gets lost, the next seed makes new passwords.
    tx.afterCommit(() => writeDemoPasswords(path, passwords));
  }

  private passwords(known: DemoPasswords): DemoPasswords {
    const { demoPassword } = this.settings;
    const names = DEMO_ACCOUNTS.map(({ username }) => username);
    return Object.fromEntries(names.map((name) => [name, demoPassword ?? known[name] ?? generatePassword()]));
  }

  private async create(tx: Tx, demo: DemoAccount, passwordHash: string): Promise<void> {
    const id = randomUUID();
    await insertAccount(tx, { id, username: demo.username, displayName: demo.displayName, passwordHash });
    for (const [role, scope] of demo.grants) {
      const how = { origin: 'INSTALLATION', state: 'ACTIVE', reason: '演示账号' } as const;
      await insertGrant(tx, { accountId: id, role, scope, ...how });
    }
    await this.audit.record(tx, { action: 'access.account.create', subjectType: 'account', subjectId: id });
  }

  private async hashIfOther({ passwordHash }: AccountEntity, password: string): Promise<string | undefined> {
    return (await this.hasher.verify(passwordHash, password)) ? undefined : this.hasher.hash(password);
  }

  private async changePassword(tx: Tx, accountId: string, passwordHash: string | undefined): Promise<void> {
    if (passwordHash === undefined) return;
    await setPassword(tx, accountId, passwordHash);
    await endSessions(tx, { accountId }, 'PASSWORD_RESET');
    await this.audit.record(tx, { action: 'access.password.demo', subjectType: 'account', subjectId: accountId });
  }
}
