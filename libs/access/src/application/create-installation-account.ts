import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { NotPermitted, RuleViolated } from '@app/kernel';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';
import { passwordViolations, usernameViolations } from '../domain/account.rules.js';
import { roleGrantViolations } from '../domain/role-grant.rules.js';
import type { Role } from '../domain/roles.table.js';
import { insertAccount } from './accounts.js';
import { PasswordHasher } from './password-hasher.js';
import { countAdministrators, insertGrant } from './role-grants.js';

export interface InstallationAccount {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly role: Role;
  readonly scope: string | null;
}

/** From this many on, administrators are able to do by themselves, two by two, what the command line did before. */
const ENOUGH_ADMINISTRATORS = 2;

/** Makes the first accounts of an installation, which nobody can confirm yet. */
@Injectable()
export class CreateInstallationAccount {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly audit: Audit,
  ) {}

  /** @returns the account's id. @throws NotPermitted once there are two administrators; RuleViolated. */
  async execute(tx: Tx, { username, displayName, password, role, scope }: InstallationAccount): Promise<string> {
    if (role !== 'APPLICANT' && (await countAdministrators(tx)) >= ENOUGH_ADMINISTRATORS) {
      const zh = '已有两名系统管理员：请由一人提议、另一人确认授予角色（POST /api/v1/accounts/{id}/role-grants）';
      const en =
        'There are two administrators: one proposes a role (POST /api/v1/accounts/{id}/role-grants), another confirms it';
      throw new NotPermitted({ zh, en });
    }
    const id = randomUUID();
    const violations = [
      ...usernameViolations(username, false),
      ...passwordViolations(password, username, '/password'),
      ...roleGrantViolations({ role, scope }, []),
    ];
    if (violations.length > 0) throw new RuleViolated(violations);
    const passwordHash = await this.hasher.hash(password);
    if (!(await insertAccount(tx, { id, username, displayName, passwordHash }))) {
      throw new RuleViolated(usernameViolations(username, true));
    }
    const reason = '系统安装时设立';
    await insertGrant(tx, { accountId: id, role, scope, origin: 'INSTALLATION', state: 'ACTIVE', reason });
    await this.audit.record(tx, {
      action: 'access.account.create',
      subjectType: 'account',
      subjectId: id,
      detail: { role, scope },
    });
    return id;
  }
}
