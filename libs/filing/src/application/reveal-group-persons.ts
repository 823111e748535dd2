import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { Cases } from '@app/casework';
import { cite, NotFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Filings } from '../persistence/filings.js';
import { procedureOf } from './filing-procedure.js';

/** Nothing more than the purpose needs (第六条第一款), and only by those who are to (第五十一条第(四)项). */
const GROUND = cite('中华人民共和国个人信息保护法', '第六条第一款、第五十一条第(四)项');

/** A person as nobody else is shown him. */
export interface RevealedGroupPerson {
  /** JSON pointer into what was filed. */
  readonly pointer: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

/** Tells the officer who handles a case the numbers of its persons; who read them, and why, is in the audit trail. */
@Injectable()
export class RevealGroupPersons {
  constructor(
    private readonly cases: Cases,
    private readonly filings: Filings,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound, NotPermitted, ActionNotAllowed as the case says. */
  async execute(tx: Tx, officer: Principal, id: string, reason: string): Promise<RevealedGroupPerson[]> {
    const file = await this.filings.find(id, tx);
    if (!file) throw new NotFound();
    const workflow = procedureOf(file.office);
    await this.cases.requireHandling(tx, workflow, id, officer);
    const { leader, administrators, offlineContact } = file.filing.persons;
    const action = `${workflow.name}.reveal-persons`;
    await this.audit.record(tx, { action, subjectType: 'case', subjectId: id, ground: GROUND, detail: { reason } });
    return [
      { pointer: '/persons/leader', name: leader.name, idNumber: leader.idNumber, phone: leader.phone },
      ...administrators.map(({ name, idNumber }, index) => {
        return { pointer: `/persons/administrators/${index}`, name, idNumber, phone: null };
      }),
      ...(offlineContact ? [{ pointer: '/persons/offlineContact', ...offlineContact, idNumber: null }] : []),
    ];
  }
}
