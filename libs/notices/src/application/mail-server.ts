import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { isLoopback, Settings } from '@app/platform';
import { failureOf, type EmailFailure, type MailRefusal } from '../domain/email.js';

export interface Letter {
  /** Names it for good: a letter that is sent twice is known for one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Says why, and nothing of what the server said: its words may hold the address. */
export class MailNotSent extends Error {
  constructor(readonly failure: EmailFailure) {
    super(failure);
  }
}

/** For one letter from first to last: other jobs wait for it, and so does a process that is to end. */
const TIMEOUT_MS = 10_000;

/** The mail server of the installation, where there is one. */
@Injectable()
export class MailServer {
  private readonly transport?: ReturnType<typeof transportTo>;

  constructor(private readonly settings: Settings) {
    if (settings.smtpUrl) this.transport = transportTo(new URL(settings.smtpUrl));
  }

  get isThere(): boolean {
    return this.transport !== undefined;
  }

  /** @throws MailNotSent */
  async send({ id, to, subject, text }: Letter): Promise<void> {
    if (!this.transport) throw new MailNotSent('SERVER_UNREACHABLE');
    const from = this.settings.smtpFrom!;
    try {
      await this.transport.sendMail({
        // As parts, not as a text that would be taken apart again: nobody can add a second recipient.
        from: { name: '', address: from },
        to: { name: '', address: to },
        messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        // To whatever answers letters by itself: this one wants no answer.
        headers: { 'Auto-Submitted': 'auto-generated' },
        subject,
        text,
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new MailNotSent(failureOf(error as MailRefusal));
    }
  }
}

/** Of the URL only these parts count: its query could turn on a log that shows the password. */
function transportTo({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
  return createTransport({
    host,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    auth,
    // A password goes over no wire in the clear.
    requireTLS: auth !== undefined && !isLoopback(host),
    logger: false,
    dnsTimeout: TIMEOUT_MS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
}
