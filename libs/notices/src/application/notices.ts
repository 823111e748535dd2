import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Outbox, type Tx } from '@app/platform';
import { renderNotice, type NoticeData } from '../domain/render-notice.js';
import type { NoticeTemplate } from '../domain/templates.table.js';
import { insertNotice } from '../persistence/notice-rows.js';
import { EMAIL_TOPIC } from './email-topic.js';
import { MailServer } from './mail-server.js';
import { NoticeAddresses } from './notice-addresses.js';

export interface NewNoticeInput {
  readonly accountId: string;
  readonly template: NoticeTemplate;
  readonly data: NoticeData;
  /** Path in the API of what it is about. */
  readonly resource?: string;
}

/** Tells accounts what concerns them. */
@Injectable()
export class Notices {
  constructor(
    private readonly addresses: NoticeAddresses,
    private readonly mailServer: MailServer,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes a notice together with what it tells of. Its e-mail, where there is a server and an address, is a row of
   * the outbox: it is sent after the commit, at least once, and never without one.
   */
  async send(tx: Tx, { accountId, template, data, resource }: NewNoticeInput): Promise<string> {
    const id = randomUUID();
    const byEmail = this.mailServer.isThere && (await this.addresses.has(tx, accountId));
    const words = renderNotice(template, data);
    await insertNotice(tx, {
      ...words,
      id,
      accountId,
      topic: template,
      resource: resource ?? null,
      emailState: byEmail ? 'QUEUED' : 'NONE',
    });
    if (byEmail) await this.outbox.add(tx, { topic: EMAIL_TOPIC, payload: { noticeId: id }, uniqueKey: id });
    return id;
  }
}
