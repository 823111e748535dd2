/** What becomes of the e-mail of a notice; NONE: there was nowhere to send one. */
export const EMAIL_STATES = ['NONE', 'QUEUED', 'SENT', 'FAILED'] as const;
export type EmailState = (typeof EMAIL_STATES)[number];

/** Why an e-mail was not sent. */
export const EMAIL_FAILURES = [
  'ADDRESS_REMOVED',
  'ADDRESS_REFUSED',
  'LETTER_REFUSED',
  'SENDER_REFUSED',
  'LOGIN_REFUSED',
  'SERVER_DEFERS',
  'SERVER_UNREACHABLE',
] as const;
export type EmailFailure = (typeof EMAIL_FAILURES)[number];

/** What trying again cannot mend: the server said for good that it does not take this letter, or there is no address. */
const FINAL: ReadonlySet<EmailFailure> = new Set(['ADDRESS_REMOVED', 'ADDRESS_REFUSED', 'LETTER_REFUSED']);

export function isFinal(failure: EmailFailure): boolean {
  return FINAL.has(failure);
}

/** How a mail server, or the way to it, refused: the code of the mailer, the command and the server's answer to it. */
export interface MailRefusal {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

export function failureOf({ code, command, responseCode }: MailRefusal): EmailFailure {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'LOGIN_REFUSED';
  if (!responseCode) return 'SERVER_UNREACHABLE';
  if (responseCode < 500) return 'SERVER_DEFERS';
  if (command === 'RCPT TO') return 'ADDRESS_REFUSED';
  if (command === 'MAIL FROM') return 'SENDER_REFUSED';
  return command === 'DATA' ? 'LETTER_REFUSED' : 'SERVER_UNREACHABLE';
}

/** Shows its owner which address it is, and nobody else: z***@example.org. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0]}***${email.slice(at)}`;
}
