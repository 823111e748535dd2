import type { Bilingual } from '@app/kernel';
import type { Sql, Tx } from '@app/platform';
import type { EmailFailure, EmailState } from '../domain/email.js';

/** A notice as its account reads it. */
export interface NoticeRow {
  readonly id: string;
  readonly topic: string;
  readonly title: Bilingual;
  readonly body: Bilingual;
  readonly resource: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly emailState: EmailState;
  readonly emailReason: EmailFailure | null;
}

export const NOTICE_COLUMNS = `n.id, n.topic, n.title, n.body, n.resource, n.created_at AS "createdAt",
  n.read_at AS "readAt", n.email_state AS "emailState", n.email_reason AS "emailReason"`;

export type NewNotice = Omit<NoticeRow, 'createdAt' | 'readAt' | 'emailReason'> & { readonly accountId: string };

export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  await tx.execute(
    `INSERT INTO notices.notice (id, account_id, topic, title, body, resource, created_at, email_state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      notice.id,
      notice.accountId,
      notice.topic,
      JSON.stringify(notice.title),
      JSON.stringify(notice.body),
      notice.resource,
      tx.now,
      notice.emailState,
    ],
  );
}

/** The notice, if it is the account's. */
export async function findNotice(sql: Sql, accountId: string, id: string): Promise<NoticeRow | undefined> {
  const rows = await sql.rows<NoticeRow>(
    `SELECT ${NOTICE_COLUMNS} FROM notices.notice n WHERE n.id = $1 AND n.account_id = $2`,
    [id, accountId],
  );
  return rows.at(0);
}

/** What the e-mail of a notice says, and whose it is. */
export type NoticeLetter = Pick<NoticeRow, 'title' | 'body' | 'resource' | 'emailState'> & {
  readonly accountId: string;
};

export function letterOf(tx: Tx, id: string): Promise<NoticeLetter> {
  return tx.row<NoticeLetter>(
    `SELECT account_id AS "accountId", title, body, resource, email_state AS "emailState"
       FROM notices.notice WHERE id = $1`,
    [id],
  );
}

export async function noteEmail(tx: Tx, id: string, state: EmailState, reason?: EmailFailure): Promise<void> {
  await tx.execute('UPDATE notices.notice SET email_state = $2, email_reason = $3 WHERE id = $1', [
    id,
    state,
    reason ?? null,
  ]);
}
