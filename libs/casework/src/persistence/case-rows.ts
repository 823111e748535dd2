import type { Sql, Tx } from '@app/platform';
import type { Citation, LegalDate } from '@app/kernel';
import type { CaseRecord, Party, StepRecord } from '../domain/case.js';

export const CASE_COLUMNS = `c.id, c.procedure, c.state, c.queue, c.closed, c.title, c.authority,
  c.applicant_id AS "applicantId", c.applicant_code AS "applicantCode", c.handler_id AS "handlerId", c.receipt_number AS "receiptNumber",
  c.received_on::text AS "receivedOn", c.due_on::text AS "dueOn", c.version, c.steps`;

const STEP_COLUMNS = `number, action, from_state AS "fromState", to_state AS "toState", party, account_id AS "accountId",
  separation_step AS "separationStep", legal_date::text AS "legalDate", at, citation, reason, detail`;

export async function findCase(sql: Sql, id: string): Promise<CaseRecord | undefined> {
  const rows = await sql.rows<CaseRecord>(`SELECT ${CASE_COLUMNS} FROM casework.case c WHERE c.id = $1`, [id]);
  return rows.at(0);
}

/** The case, locked until the transaction ends. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRecord | undefined> {
  const rows = await tx.rows<CaseRecord>(`SELECT ${CASE_COLUMNS} FROM casework.case c WHERE c.id = $1 FOR UPDATE`, [
    id,
  ]);
  return rows.at(0);
}

export function stepsOf(sql: Sql, caseId: string): Promise<StepRecord[]> {
  return sql.rows<StepRecord>(`SELECT ${STEP_COLUMNS} FROM casework.step WHERE case_id = $1 ORDER BY number`, [caseId]);
}

export async function recusedFrom(sql: Sql, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await sql.rows<{ id: string }>('SELECT account_id AS id FROM casework.recusal WHERE case_id = $1', [
    caseId,
  ]);
  return new Set(rows.map(({ id }) => id));
}

export interface NewStep {
  readonly caseId: string;
  readonly number: number;
  readonly action: string;
  readonly fromState: string;
  readonly party: Party;
  readonly legalDate: LegalDate;
  readonly citation: Citation;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends a step; the database, which holds the same table of edges, moves the case along with it. */
export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  const { caseId, number, action, fromState, party, legalDate, citation, reason, detail } = step;
  await tx.execute(
    `INSERT INTO casework.step (case_id, number, action, from_state, party, account_id, legal_date, at, citation, reason, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      caseId,
      number,
      action,
      fromState,
      party,
      // The system's own step is nobody's, also where it follows from what somebody has just decided.
      party === 'SYSTEM' ? null : tx.actor.accountId,
      legalDate,
      tx.now,
      JSON.stringify(citation),
      reason,
      JSON.stringify(detail),
    ],
  );
}
