import { Injectable } from '@nestjs/common';
import { Settings, type Tx } from '@app/platform';
import { isFinal } from '../domain/email.js';
import { letterOf, noteEmail, type NoticeLetter } from '../persistence/notice-rows.js';
import { MailNotSent, MailServer } from './mail-server.js';
import { NoticeAddresses } from './notice-addresses.js';

/** Sends the e-mail of a notice to where its account wants it now. */
@Injectable()
export class SendEmail {
  constructor(
    private readonly addresses: NoticeAddresses,
    private readonly mailServer: MailServer,
    private readonly settings: Settings,
  ) {}

  /**
   * The row of the notice is not locked meanwhile: whoever reads it does not wait for a mail server.
   * @throws MailNotSent when it is worth trying again
   */
  async execute(tx: Tx, noticeId: string): Promise<void> {
    const letter = await letterOf(tx, noticeId);
    if (letter.emailState === 'SENT') return;
    try {
      const address = await this.addresses.find(tx, letter.accountId);
      if (!address) throw new MailNotSent('ADDRESS_REMOVED');
      const { title, text } = this.wordsOf(letter);
      await this.mailServer.send({ id: noticeId, to: address.email, subject: title, text });
    } catch (error) {
      if (!(error instanceof MailNotSent) || !isFinal(error.failure)) throw error;
      return noteEmail(tx, noticeId, 'FAILED', error.failure);
    }
    await noteEmail(tx, noticeId, 'SENT');
  }

  /** Nobody tries any more by himself. */
  async giveUp(tx: Tx, noticeId: string, error: Error): Promise<void> {
    await noteEmail(tx, noticeId, 'FAILED', error instanceof MailNotSent ? error.failure : 'SERVER_UNREACHABLE');
  }

  private wordsOf({ title, body, resource }: NoticeLetter): { title: string; text: string } {
    const base = this.settings.publicUrl?.replace(/\/$/, '') ?? '';
    const where = resource ? [`${base}${resource}`] : [];
    return { title: title.zh, text: `${[body.zh, body.en, ...where].join('\n\n')}\n` };
  }
}
