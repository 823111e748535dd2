import { Injectable } from '@nestjs/common';
import { cite, violationOf, type Violation } from '@app/kernel';
import type { Sql, Tx } from '@app/platform';
import { filedPublicationOf, Persons, Register, RegisterQueries, type RegisteredGroup } from '@app/register';
import type { Application } from '../domain/application.js';
import { PROMOTION_ROWS } from '../domain/promotion.table.js';

const PLAN = cite('京办发〔2016〕43号', '四(二)');

/** 备案转登记: with the grant the filing of the group ends, in the same transaction; each entry names the other. */
@Injectable()
export class PromoteGroup {
  constructor(
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly persons: Persons,
  ) {}

  /** Holds the group until the transaction ends: whoever grants must not be overtaken by its lapse. */
  async lock(tx: Tx, { promotes }: Application): Promise<void> {
    const group = promotes === undefined ? undefined : await this.find(promotes, tx);
    if (group) await this.register.lock(tx, group.subjectId);
  }

  /** What anybody is told: the filing stands. */
  async standing({ promotes }: Application, sql: Sql): Promise<Violation[]> {
    if (promotes === undefined) return [];
    const group = await this.find(promotes, sql);
    if (group?.state.status === 'ACTIVE') return [];
    const [zh, en] = ['没有此备案号的、有效的备案', 'No filing of this number stands'];
    return [violationOf(PROMOTION_ROWS.standing, '/promotes', zh, en)];
  }

  /**
   * Who leads the group is among the people of the organization. Judged by the registrar alone: who leads a group is not
   * public, and whoever has a number could ask for whom it is.
   */
  async leadership(application: Application, sql: Sql): Promise<Violation[]> {
    if (application.promotes === undefined) return [];
    const group = await this.find(application.promotes, sql);
    if (group?.state.status !== 'ACTIVE') return [];
    const leads = group.state.leaders.map(({ person }) => person);
    const people = [...application.initiators, ...application.leaders].filter(({ idNumber }) => idNumber !== '');
    const hashes = people.map(({ idKind, idNumber }) => this.persons.hashOf(idKind, idNumber));
    const known = await this.persons.known(sql, hashes);
    if (known.some((person) => leads.includes(person))) return [];
    const zh = '备案社会组织的负责人不在发起人或者拟任负责人之中';
    const en = 'Who leads the filed group is neither an initiator nor a leader of the organization';
    return [violationOf(PROMOTION_ROWS.leader, '/promotes', zh, en)];
  }

  async end(tx: Tx, caseId: string, { promotes }: Application, creditCode: string): Promise<void> {
    if (promotes === undefined) return;
    const { subjectId } = await this.queries.filedGroup(promotes, tx);
    const set = { status: 'PROMOTED', ending: { on: tx.today, cause: 'PROMOTED', successors: [creditCode] } };
    const entry = { kind: 'PROMOTED' as const, legalDate: tx.today, citation: PLAN, caseId, set };
    await this.register.append(tx, subjectId, { ...entry, publication: filedPublicationOf(set) });
  }

  private async find(filingNumber: string, sql: Sql): Promise<RegisteredGroup | undefined> {
    const text = 'SELECT 1 FROM register.organization WHERE filing_number = $1';
    const known = await sql.rows(text, [filingNumber]);
    return known.length === 0 ? undefined : this.queries.filedGroup(filingNumber, sql);
  }
}
