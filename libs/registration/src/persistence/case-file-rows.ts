import type { Citation, LegalDate } from '@app/kernel';
import type { Sql } from '@app/platform';

export interface SubmissionRow {
  readonly number: number;
  readonly submittedOn: LegalDate;
  readonly violations: readonly { readonly code: string; readonly pointer: string }[];
}

export function submissionsOf(sql: Sql, caseId: string): Promise<SubmissionRow[]> {
  return sql.rows(
    `SELECT number, submitted_on::text AS "submittedOn", violations
       FROM registration.submission WHERE case_id = $1 ORDER BY number`,
    [caseId],
  );
}

export interface NoticeRow {
  readonly number: number;
  readonly submission: number;
  readonly issuedOn: LegalDate;
  readonly items: readonly object[];
  readonly lateReason: string | null;
}

export function noticesOf(sql: Sql, caseId: string): Promise<NoticeRow[]> {
  return sql.rows(
    `SELECT number, submission, issued_on::text AS "issuedOn", items, late_reason AS "lateReason"
       FROM registration.correction_notice WHERE case_id = $1 ORDER BY number`,
    [caseId],
  );
}

/** A judgement on a person without the person: that is a hash, which a file has no use for. */
export interface JudgementRow {
  readonly id: string;
  readonly creditCode: string;
  readonly same: boolean;
  readonly reason: string;
  readonly judgedBy: string;
  readonly judgedOn: LegalDate;
}

export function judgementsOf(sql: Sql, caseId: string): Promise<JudgementRow[]> {
  return sql.rows(
    `SELECT j.id, j.credit_code AS "creditCode", j.same, j.reason, a.username AS "judgedBy", j.judged_on::text AS "judgedOn"
       FROM registration.person_judgement j JOIN access.account a ON a.id = j.judged_by
      WHERE j.case_id = $1 ORDER BY j.id`,
    [caseId],
  );
}

export interface DecisionRow {
  readonly number: string;
  readonly outcome: string;
  readonly decidedOn: LegalDate;
  readonly ground: string | null;
  readonly reason: string | null;
  readonly citation: Citation;
  readonly remedies: readonly object[] | null;
  readonly rules: readonly object[];
  readonly creditCode: string | null;
  readonly certificateNumber: string | null;
  readonly certificateDueOn: LegalDate | null;
}

export async function decisionOf(sql: Sql, caseId: string): Promise<DecisionRow | undefined> {
  const rows = await sql.rows<DecisionRow>(
    `SELECT number, outcome, decided_on::text AS "decidedOn", ground, reason, citation, remedies, rules,
            credit_code AS "creditCode", certificate_number AS "certificateNumber",
            certificate_due_on::text AS "certificateDueOn"
       FROM registration.decision WHERE case_id = $1`,
    [caseId],
  );
  return rows.at(0);
}
