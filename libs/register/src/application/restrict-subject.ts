import { Injectable } from '@nestjs/common';
import { covers, holds, scopesOf, type Principal } from '@app/access';
import {
  cite,
  normalizeCreditCode,
  NotFound,
  NotPermitted,
  residentIdDefects,
  RuleViolated,
  type Violation,
} from '@app/kernel';
import type { Tx } from '@app/platform';
import { Persons, type IdKind } from './persons.js';
import { noSuchOrganization } from './register.queries.js';
import { Restrictions, type NewRestriction } from './restrictions.js';

const ROLE = 'ENFORCEMENT_OFFICER';

/** An organization by its code, or a person by name and document. */
export interface SubjectInput {
  readonly creditCode?: string;
  readonly name?: string;
  readonly idKind?: IdKind;
  readonly idNumber?: string;
}

/** A sanction rests on facts about somebody in particular (处罚法 第四十条: 必须查明事实). */
const FACTS = cite('中华人民共和国行政处罚法', '第四十条');

/** An enforcement officer restricts an organization of his jurisdiction, or a person, and lifts it again. */
@Injectable()
export class RestrictSubject {
  constructor(
    private readonly restrictions: Restrictions,
    private readonly persons: Persons,
  ) {}

  /** @returns the id of the restriction. @throws NotFound, NotPermitted, RuleViolated. */
  async impose(
    tx: Tx,
    officer: Principal,
    subject: SubjectInput,
    restriction: Omit<NewRestriction, 'authority'>,
  ): Promise<string> {
    const { subjectId, registrar } = await this.subject(tx, subject);
    // The office in whose name he acts: the one that reaches the organization's registrar.
    const authority = scopesOf(officer, ROLE).find((scope) => registrar === undefined || covers(scope, registrar));
    if (authority === undefined) throw new NotPermitted();
    return this.restrictions.impose(tx, subjectId, { ...restriction, authority });
  }

  /** @throws NotFound, also for one that another place imposed; ActionNotAllowed when it was lifted before. */
  async lift(tx: Tx, officer: Principal, id: string, reason: string): Promise<void> {
    const { authority } = await this.restrictions.get(tx, id);
    if (!holds(officer, ROLE, authority)) throw new NotFound();
    await this.restrictions.lift(tx, id, reason);
  }

  /** Whom the input means, and for an organization who registered it. */
  private async subject(tx: Tx, subject: SubjectInput): Promise<{ subjectId: string; registrar?: string }> {
    const { creditCode, name, idKind: kind, idNumber: number } = subject;
    if (creditCode) return this.organization(tx, normalizeCreditCode(creditCode));
    const defects = personDefects(subject);
    if (defects.length > 0) throw new RuleViolated(defects);
    const identity = { name: name!, document: { kind: kind!, number: number! } };
    return { subjectId: (await this.persons.record(tx, identity, '/subject/name')).person };
  }

  private async organization(tx: Tx, creditCode: string): Promise<{ subjectId: string; registrar: string }> {
    const rows = await tx.rows<{ subjectId: string; registrar: string }>(
      'SELECT subject_id AS "subjectId", authority AS registrar FROM register.organization WHERE credit_code = $1',
      [creditCode],
    );
    if (rows.length === 0) throw noSuchOrganization();
    return rows[0];
  }
}

function personDefects({ name, idKind, idNumber }: SubjectInput): Violation[] {
  if (!name || !idKind || !idNumber) {
    const [zh, en] = [
      '须写明组织代码，或个人姓名与证件',
      'Name an organization’s code, or a person’s name and document',
    ];
    return [{ code: 'SUBJECT_REQUIRED', pointer: '/subject', message: { zh, en }, citation: FACTS }];
  }
  if (idKind !== 'RESIDENT_ID' || residentIdDefects(idNumber).length === 0) return [];
  const message = { zh: '居民身份证号码有误', en: 'Not a lawful resident identity number' };
  return [{ code: 'ID_NUMBER', pointer: '/subject/idNumber', message, citation: FACTS }];
}
