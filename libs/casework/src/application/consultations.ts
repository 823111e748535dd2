import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { divisionPrefix, holds, PrincipalQueries, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import {
  ActionNotAllowed,
  addDays,
  lastDay,
  NotFound,
  NotPermitted,
  RuleViolated,
  violationOf,
  type LegalDate,
  type Violation,
} from '@app/kernel';
import { requireVersion, type Page, type Tx, Reads } from '@app/platform';
import { mayRead, officeHindrance, partiesOf } from '../domain/case.policy.js';
import { CONSULTATION_PERIOD } from '../domain/consultation.table.js';
import { HINDRANCE_TEXTS } from '../domain/hindrance-texts.js';
import { lockCase, recusedFrom } from '../persistence/case-rows.js';

/** Nobody is given longer than this to answer. */
const LONGEST_DAYS = 365;

export type AddresseeType = 'DIVISION' | 'HUB' | 'ORGAN';
export type Opinion = 'AGREE' | 'DISAGREE' | 'NO_OPINION';

export interface Consultation {
  readonly id: string;
  readonly caseId: string;
  readonly caseTitle: string;
  readonly addresseeType: AddresseeType;
  readonly addressee: string;
  readonly question: string;
  readonly askedOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly state: 'OPEN' | 'ANSWERED' | 'CLOSED';
  readonly opinion: Opinion | null;
  readonly answer: string | null;
  readonly answeredOn: LegalDate | null;
  readonly version: number;
}

const COLUMNS = `o.id, o.case_id AS "caseId", c.title AS "caseTitle", o.addressee_type AS "addresseeType", o.addressee, o.question,
  o.asked_on::text AS "askedOn", o.due_on::text AS "dueOn", o.state, o.opinion, o.answer,
  o.answered_on::text AS "answeredOn", o.version`;
const FROM = 'casework.consultation o JOIN casework.case c ON c.id = o.case_id';

export interface Question {
  readonly addresseeType: AddresseeType;
  readonly addressee: string;
  readonly question: string;
  readonly dueOn?: LegalDate;
}

/** Opinions asked for in a case (征求意见): of a hub, an organ, or a street office, each with a last day. */
@Injectable()
export class Consultations {
  constructor(
    private readonly reads: Reads,
    private readonly audit: Audit,
    private readonly principals: PrincipalQueries,
  ) {}

  /** An officer of the case asks. @throws NotFound, NotPermitted, ActionNotAllowed, RuleViolated. */
  async ask(tx: Tx, officer: Principal, caseId: string, question: Question): Promise<Consultation> {
    const record = await lockCase(tx, caseId);
    if (!record || !mayRead(officer, record)) throw new NotFound();
    if (record.closed) throw new ActionNotAllowed([], { zh: '案件已办结', en: 'The case is closed' });
    const barred = officeHindrance(officer, { record, recused: await recusedFrom(tx, caseId) });
    if (barred) throw new NotPermitted(HINDRANCE_TEXTS[barred]);
    if (record.queue === null || !partiesOf(officer, record).has(record.queue)) throw new NotPermitted();
    const dueOn = question.dueOn ?? lastDay(tx.today, CONSULTATION_PERIOD.value);
    const violations = await this.violations(tx, question, dueOn);
    if (violations.length > 0) throw new RuleViolated(violations);
    const id = randomUUID();
    await tx.execute(
      `INSERT INTO casework.consultation (id, case_id, addressee_type, addressee, question, asked_by, asked_on, due_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, caseId, question.addresseeType, question.addressee, question.question, officer.accountId, tx.today, dueOn],
    );
    const detail = { caseId, addresseeType: question.addresseeType, addressee: question.addressee };
    await this.audit.record(tx, {
      action: 'casework.consult',
      subjectType: 'consultation',
      subjectId: id,
      ground: CONSULTATION_PERIOD.citation,
      detail,
    });
    return this.require(tx, id);
  }

  private async violations(tx: Tx, { addresseeType, addressee }: Question, dueOn: LegalDate): Promise<Violation[]> {
    const found: Violation[] = [];
    if (dueOn < tx.today || dueOn > addDays(tx.today, LONGEST_DAYS)) {
      const [zh, en] = ['答复期限须在今日至一年之内', 'The last day lies between today and a year from now'];
      found.push(violationOf(CONSULTATION_PERIOD, '/dueOn', zh, en));
    }
    if (!(await this.principals.isHeld(tx, DESK_ROLES[addresseeType], addressee))) {
      const [zh, en] = ['没有可以答复的单位或人员', 'Nobody sits at this desk who could answer'];
      found.push(violationOf(CONSULTATION_PERIOD, '/addressee', zh, en, 'ADDRESSEE_UNKNOWN'));
    }
    return found;
  }

  /** Whoever has the jurisdiction that was asked answers, once. */
  async answer(
    tx: Tx,
    answerer: Principal,
    id: string,
    expectedVersion: number,
    opinion: Opinion,
    answer: string,
  ): Promise<Consultation> {
    const [asked] = await tx.rows<Consultation>(`SELECT ${COLUMNS} FROM ${FROM} WHERE o.id = $1 FOR UPDATE OF o`, [id]);
    if (!asked || !isAddressee(answerer, asked)) throw new NotFound();
    requireVersion(asked.version, expectedVersion);
    if (asked.state !== 'OPEN')
      throw new ActionNotAllowed([], { zh: '已答复或已关闭', en: 'Answered or closed before' });
    await tx.execute(
      `UPDATE casework.consultation SET state = 'ANSWERED', opinion = $2, answer = $3, answered_by = $4, answered_on = $5,
              version = version + 1 WHERE id = $1`,
      [id, opinion, answer, answerer.accountId, tx.today],
    );
    await this.audit.record(tx, {
      action: 'casework.answer',
      subjectType: 'consultation',
      subjectId: id,
      detail: { opinion },
    });
    return this.require(tx, id);
  }

  /** Questions nobody needs any more, once their case is decided. */
  async closeOpen(tx: Tx, caseId: string): Promise<void> {
    await tx.execute(
      `UPDATE casework.consultation SET state = 'CLOSED', version = version + 1 WHERE case_id = $1 AND state = 'OPEN'`,
      [caseId],
    );
  }

  /** True when the addressee was asked in the case, and has answered or let its time pass; a question that was dropped counts for nothing. */
  async wasHeard(tx: Tx, caseId: string, addresseeType: AddresseeType, addressee: string): Promise<boolean> {
    const rows = await tx.rows(
      `SELECT 1 FROM casework.consultation
        WHERE case_id = $1 AND addressee_type = $2 AND addressee = $3 AND (state = 'ANSWERED' OR (state = 'OPEN' AND due_on < $4)) LIMIT 1`,
      [caseId, addresseeType, addressee, tx.today],
    );
    return rows.length > 0;
  }

  ofCase(caseId: string): Promise<Consultation[]> {
    return this.reads.rows(`SELECT ${COLUMNS} FROM ${FROM} WHERE o.case_id = $1 ORDER BY o.asked_on, o.id`, [caseId]);
  }

  /** The open questions put to the caller's hub, organ or division, the most urgent first. */
  async openFor(answerer: Principal, limit: number, cursor?: string): Promise<Page<Consultation>> {
    const desks = desksOf(answerer);
    const where = `o.state = 'OPEN' AND EXISTS (
      SELECT 1 FROM unnest($1::text[], $2::text[]) AS desk(type, pattern)
       WHERE desk.type = o.addressee_type AND o.addressee LIKE desk.pattern)`;
    const parameters = [desks.map(({ type }) => type), desks.map(({ pattern }) => pattern)];
    const keys = [
      { sql: 'o.due_on', type: 'date' },
      { sql: 'o.id', type: 'uuid' },
    ] as const;
    return this.reads.page({ columns: COLUMNS, from: FROM, where, parameters, keys }, { limit, cursor });
  }

  private async require(tx: Tx, id: string): Promise<Consultation> {
    return tx.row<Consultation>(`SELECT ${COLUMNS} FROM ${FROM} WHERE o.id = $1`, [id]);
  }
}

const DESK_ROLES = { DIVISION: 'STREET_OFFICER', HUB: 'HUB_OFFICER', ORGAN: 'DEPARTMENT_OFFICER' } as const;

/** True when the question was put to an office that the caller holds. */
export function isAddressee(
  principal: Principal,
  { addresseeType, addressee }: Pick<Consultation, 'addresseeType' | 'addressee'>,
): boolean {
  return holds(principal, DESK_ROLES[addresseeType], addressee);
}

/** The caller's desks as LIKE patterns; the codes of hubs and organs are matched to the letter. */
function desksOf({ grants }: Principal): { type: AddresseeType; pattern: string }[] {
  return grants.flatMap(({ role, scope }): { type: AddresseeType; pattern: string }[] => {
    if (scope === null) return [];
    if (role === 'STREET_OFFICER') return [{ type: 'DIVISION', pattern: `${divisionPrefix(scope)}%` }];
    if (role === 'HUB_OFFICER') return [{ type: 'HUB', pattern: escaped(scope) }];
    return role === 'DEPARTMENT_OFFICER' ? [{ type: 'ORGAN', pattern: escaped(scope) }] : [];
  });
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
