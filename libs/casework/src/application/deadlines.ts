import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { holds, type Principal, type Role } from '@app/access';
import { Audit } from '@app/audit';
import { ActionNotAllowed, NotFound, workingDaysBetween, type Citation, type LegalDate } from '@app/kernel';
import { Clock, requireVersion, type Page, type Tx, Reads } from '@app/platform';
import { lightOf, type Light } from '../domain/light.js';
import { officesOf } from './offices.js';

/** What an office still owes somebody, and until when. */
export interface Deadline {
  readonly id: string;
  readonly caseId: string;
  readonly caseTitle: string;
  /** e.g. CERTIFICATE_DELIVERY */
  readonly kind: string;
  readonly role: Role;
  readonly authority: string;
  readonly openedOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly citation: Citation;
  readonly metOn: LegalDate | null;
  readonly note: string | null;
  readonly version: number;
}

export type NewDeadline = Pick<Deadline, 'caseId' | 'kind' | 'role' | 'authority' | 'dueOn' | 'citation'>;

const COLUMNS = `d.id, d.case_id AS "caseId", c.title AS "caseTitle", d.kind, d.role, d.authority, d.opened_on::text AS "openedOn",
  d.due_on::text AS "dueOn", d.citation, d.met_on::text AS "metOn", d.note, d.version`;
const FROM = 'casework.deadline d JOIN casework.case c ON c.id = d.case_id';

/** Due dates that a decision leaves behind (时限), each owed by one office of one registrar. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly reads: Reads,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async open(tx: Tx, { caseId, kind, role, authority, dueOn, citation }: NewDeadline): Promise<void> {
    await tx.execute(
      `INSERT INTO casework.deadline (id, case_id, kind, role, authority, opened_on, due_on, citation)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), caseId, kind, role, authority, tx.today, dueOn, JSON.stringify(citation)],
    );
  }

  /** The office reports it done. @throws NotFound when it is not this office's; StaleVersion; ActionNotAllowed when done before. */
  async meet(tx: Tx, officer: Principal, id: string, expectedVersion: number, note: string): Promise<Deadline> {
    const [deadline] = await tx.rows<Deadline>(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 FOR UPDATE OF d`, [id]);
    if (!deadline || !owes(officer, deadline)) throw new NotFound();
    requireVersion(deadline.version, expectedVersion);
    if (deadline.metOn !== null) throw new ActionNotAllowed([], { zh: '此事项已办结', en: 'This was done before' });
    await tx.execute(
      'UPDATE casework.deadline SET met_on = $2, met_by = $3, note = $4, version = version + 1 WHERE id = $1',
      [id, tx.today, officer.accountId, note],
    );
    const { citation, kind, caseId } = deadline;
    await this.audit.record(tx, {
      action: 'casework.meet-deadline',
      subjectType: 'deadline',
      subjectId: id,
      ground: citation,
      detail: { kind, caseId },
    });
    return tx.row<Deadline>(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1`, [id]);
  }

  /** What the caller's offices still owe, the most urgent first. */
  async owedBy(officer: Principal, limit: number, cursor?: string): Promise<Page<Deadline>> {
    const { roles, patterns } = officesOf(officer);
    const where = `d.met_on IS NULL AND EXISTS (SELECT 1 FROM unnest($1::text[], $2::text[]) AS office(role, pattern)
       WHERE office.role = d.role AND d.authority LIKE office.pattern)`;
    const keys = [
      { sql: 'd.due_on', type: 'date' },
      { sql: 'd.id', type: 'uuid' },
    ] as const;
    return this.reads.page(
      { columns: COLUMNS, from: FROM, where, parameters: [roles, patterns], keys },
      { limit, cursor },
    );
  }

  /** How urgent one is today. */
  light({ openedOn, dueOn }: Deadline): Light {
    const left = workingDaysBetween(this.clock.today(), dueOn);
    const periodDays = workingDaysBetween(openedOn, dueOn);
    return lightOf({ paused: false, remainingDays: left, remainingWorkingDays: left, periodDays });
  }
}

/** True when the caller holds the office that owes it. */
export function owes(officer: Principal, { role, authority }: Pick<Deadline, 'role' | 'authority'>): boolean {
  return holds(officer, role, authority);
}
