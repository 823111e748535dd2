import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';
import { NoticeAddresses } from './notice-addresses.js';

/** An account says where it wants e-mails, or that it wants none. The audit trail has that it did, not the address. */
@Injectable()
export class ChangeNoticeAddress {
  constructor(
    private readonly addresses: NoticeAddresses,
    private readonly audit: Audit,
  ) {}

  async set(tx: Tx, principal: Principal, email: string): Promise<void> {
    await this.addresses.put(tx, principal.accountId, email);
    await this.record(tx, principal, 'notices.set-address');
  }

  /** Does nothing where there is none. */
  async remove(tx: Tx, principal: Principal): Promise<void> {
    if (await this.addresses.remove(tx, principal.accountId)) {
      await this.record(tx, principal, 'notices.remove-address');
    }
  }

  private async record(tx: Tx, { accountId }: Principal, action: string): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'account', subjectId: accountId });
  }
}
