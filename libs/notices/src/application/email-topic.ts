/** The topic of the outbox under which e-mails of notices wait. */
export const EMAIL_TOPIC = 'notices.email';
