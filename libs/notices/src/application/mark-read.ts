import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { NotFound } from '@app/kernel';
import type { Tx } from '@app/platform';

/** An account has read what it was told. The first time counts; again is the same. */
@Injectable()
export class MarkRead {
  /** @throws NotFound for a notice that is not there, or another's. */
  async one(tx: Tx, { accountId }: Principal, id: string): Promise<void> {
    const found = await tx.execute(
      'UPDATE notices.notice SET read_at = coalesce(read_at, $3) WHERE id = $1 AND account_id = $2',
      [id, accountId, tx.now],
    );
    if (found === 0) throw new NotFound();
  }

  async all(tx: Tx, { accountId }: Principal): Promise<void> {
    await tx.execute('UPDATE notices.notice SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL', [
      accountId,
      tx.now,
    ]);
  }
}
