import type { Citation, LegalDate } from '@app/kernel';
import type { Sql } from '@app/platform';

/** The usernames of accounts, by id: a file names who acted. */
export async function usernamesOf(sql: Sql, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await sql.rows<{ id: string; username: string }>(
    'SELECT id, username FROM access.account WHERE id = ANY($1::uuid[])',
    [wanted],
  );
  return new Map(rows.map(({ id, username }) => [id, username]));
}

export interface FiledConsultation {
  readonly id: string;
  readonly addresseeType: string;
  readonly addressee: string;
  readonly question: string;
  readonly askedBy: string;
  readonly askedOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly state: 'OPEN' | 'ANSWERED' | 'CLOSED';
  readonly opinion: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOn: LegalDate | null;
}

export function consultationsOf(sql: Sql, caseId: string): Promise<FiledConsultation[]> {
  return sql.rows(
    `SELECT o.id, o.addressee_type AS "addresseeType", o.addressee, o.question, a.username AS "askedBy",
            o.asked_on::text AS "askedOn", o.due_on::text AS "dueOn", o.state, o.opinion, o.answer,
            b.username AS "answeredBy", o.answered_on::text AS "answeredOn"
       FROM casework.consultation o JOIN access.account a ON a.id = o.asked_by
            LEFT JOIN access.account b ON b.id = o.answered_by
      WHERE o.case_id = $1 ORDER BY o.asked_on, o.id`,
    [caseId],
  );
}

export interface FiledRecusal {
  readonly account: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly at: Date;
}

export function recusalsOf(sql: Sql, caseId: string): Promise<FiledRecusal[]> {
  return sql.rows(
    `SELECT a.username AS account, r.reason, b.username AS "decidedBy", r.at
       FROM casework.recusal r JOIN access.account a ON a.id = r.account_id JOIN access.account b ON b.id = r.decided_by
      WHERE r.case_id = $1 ORDER BY r.at, r.account_id`,
    [caseId],
  );
}

export interface FiledDeadline {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly authority: string;
  readonly openedOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly citation: Citation;
  readonly metOn: LegalDate | null;
  readonly metBy: string | null;
  readonly note: string | null;
}

export function deadlinesOf(sql: Sql, caseId: string): Promise<FiledDeadline[]> {
  return sql.rows(
    `SELECT d.id, d.kind, d.role, d.authority, d.opened_on::text AS "openedOn", d.due_on::text AS "dueOn", d.citation,
            d.met_on::text AS "metOn", a.username AS "metBy", d.note
       FROM casework.deadline d LEFT JOIN access.account a ON a.id = d.met_by
      WHERE d.case_id = $1 ORDER BY d.opened_on, d.kind`,
    [caseId],
  );
}
