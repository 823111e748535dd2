import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyedStores, KeyRing, SealedColumn, type Sql, type Tx } from '@app/platform';

export interface NoticeAddress {
  readonly email: string;
  readonly updatedAt: Date;
}

/** Where accounts want to be told by e-mail as well. An address is encrypted, bound to its account. */
@Injectable()
export class NoticeAddresses implements OnModuleInit {
  constructor(
    private readonly keys: KeyRing,
    private readonly stores: KeyedStores,
  ) {}

  onModuleInit(): void {
    const key = [{ column: 'account_id', type: 'uuid' }];
    const place = { table: 'notices.address', key, column: 'email', purpose: addressPurpose };
    this.stores.register(new SealedColumn(place, this.keys));
  }

  async has(sql: Sql, accountId: string): Promise<boolean> {
    return (await sql.rows('SELECT 1 FROM notices.address WHERE account_id = $1', [accountId])).length > 0;
  }

  /** In the clear: for sending, and for masking. */
  async find(sql: Sql, accountId: string): Promise<NoticeAddress | undefined> {
    const [row] = await sql.rows<NoticeAddress>(
      'SELECT email, updated_at AS "updatedAt" FROM notices.address WHERE account_id = $1',
      [accountId],
    );
    return row && { ...row, email: this.keys.open(row.email, addressPurpose(accountId)) };
  }

  async put(tx: Tx, accountId: string, email: string): Promise<void> {
    await tx.execute(
      `INSERT INTO notices.address (account_id, email, updated_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, updated_at = excluded.updated_at`,
      [accountId, this.keys.seal(email, addressPurpose(accountId)), tx.now],
    );
  }

  /** @returns false when there was none. */
  async remove(tx: Tx, accountId: string): Promise<boolean> {
    return (await tx.execute('DELETE FROM notices.address WHERE account_id = $1', [accountId])) === 1;
  }
}

function addressPurpose(accountId: string): string {
  return `notice-address:${accountId}`;
}
