import { NotFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import { AccountEntity } from '../persistence/account.entity.js';

export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string;
}

/** Writes an account. @returns false when the username is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const inserted = await tx.execute(
    `INSERT INTO access.account (id, username, display_name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (username) DO NOTHING`,
    [account.id, account.username, account.displayName, account.passwordHash, tx.now],
  );
  return inserted === 1;
}

/** Sets a password; a one-time one is void after some seconds and has to be changed. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  passwordHash: string,
  validSeconds?: number,
): Promise<void> {
  await tx.execute(
    `UPDATE access.account SET password_hash = $2, password_expires_at = now() + make_interval(secs => $3) WHERE id = $1`,
    [accountId, passwordHash, validSeconds ?? null],
  );
}

/**
 * Reads an account and holds its row: what is decided about it meanwhile waits.
 * @throws NotFound
 */
export async function lockAccount(tx: Tx, accountId: string): Promise<AccountEntity> {
  const account = await tx.manager.findOne(AccountEntity, {
    where: { id: accountId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!account) throw new NotFound({ zh: '没有此账号', en: 'There is no such account' });
  return account;
}
