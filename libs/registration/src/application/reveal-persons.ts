import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases, type CaseWorkflow } from '@app/casework';
import { cite, RuleViolated } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ApplicationPerson } from '../domain/application.js';
import { Applications } from '../persistence/applications.js';

/** Nothing more than the purpose needs (第六条第一款), and only by those who are to (第五十一条第(四)项). */
const GROUND = cite('中华人民共和国个人信息保护法', '第六条第一款、第五十一条第(四)项');

/** A person as nobody else is shown him. */
export interface RevealedPerson extends Pick<ApplicationPerson, 'name' | 'idKind' | 'idNumber' | 'phone'> {
  /** JSON pointer into the application. */
  readonly pointer: string;
}

/**
 * Tells the officer who handles an application the numbers of the persons he names. Who read whose
 * numbers, and why, is in the audit trail before he is answered; the numbers are not.
 */
@Injectable()
export class RevealPersons {
  constructor(
    private readonly cases: Cases,
    private readonly applications: Applications,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound, NotPermitted, ActionNotAllowed as the case says; RuleViolated for a person who is not in it. */
  async execute(
    tx: Tx,
    workflow: CaseWorkflow,
    officer: Principal,
    id: string,
    pointers: readonly string[],
    reason: string,
  ): Promise<RevealedPerson[]> {
    await this.cases.requireHandling(tx, workflow, id, officer);
    const filed = await this.applications.get<FiledPeople>(id, tx);
    const found = pointers.map((pointer) => personAt(filed, pointer));
    const missing = found.flatMap((person, index) => (person ? [] : [violation(index)]));
    if (missing.length > 0) throw new RuleViolated(missing);
    const detail = { persons: pointers, reason };
    const action = `${workflow.name}.reveal-persons`;
    await this.audit.record(tx, { action, subjectType: 'case', subjectId: id, ground: GROUND, detail });
    return found.map((person, index) => {
      const { name, idKind, idNumber, phone } = person!;
      return { pointer: pointers[index], name, idKind, idNumber, phone };
    });
  }
}

/** The lists of persons that something filed may have. */
type FiledPeople = Partial<Record<'initiators' | 'leaders' | 'people', readonly ApplicationPerson[]>>;

function personAt(filed: FiledPeople, pointer: string): ApplicationPerson | undefined {
  const [, list, index] = pointer.split('/');
  return filed[list as keyof FiledPeople]?.at(Number(index));
}

function violation(index: number) {
  const message = { zh: '申请中没有此人', en: 'There is no such person in the application' };
  return { code: 'PERSON_UNKNOWN', pointer: `/persons/${index}`, message, citation: GROUND };
}
