import { Injectable, type OnModuleInit } from '@nestjs/common';
import { covers, type Holder, type Role } from '@app/access';
import { Sheets, type Column, type RowJudgement, type RowRemark, type Sheet, type SheetRow } from '@app/intake';
import type { Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { RecordedStatus } from '@app/register';
import { assignmentViolations, type Assignment } from '../../domain/assignment/assignment.rules.js';
import { assigns } from '../../domain/hub.policy.js';
import { Hubs } from '../hubs.js';
import { AssignHubs } from './assign-hubs.js';

interface KnownMember {
  readonly subjectId: string;
  readonly code: string;
  readonly authority: string;
  readonly status: RecordedStatus;
  readonly primaryHub: string | null;
  readonly relatedHubs: readonly string[];
}

const RELATIONS = { PRIMARY: '主枢纽', RELATED: '联系枢纽' } as const;
const COLUMNS = [
  {
    name: 'code',
    title: { zh: '统一社会信用代码或备案号', en: 'credit code or filing number' },
    type: 'TEXT',
    required: true,
    example: '51110000MJ0101505U',
  },
  { name: 'hub', title: { zh: '枢纽编号', en: 'code of the hub' }, type: 'TEXT', required: true, example: 'HUB-1-04' },
  {
    name: 'relation',
    title: { zh: '归属关系', en: 'relation' },
    type: 'TEXT',
    required: true,
    example: 'PRIMARY',
    values: RELATIONS,
  },
] as const satisfies readonly Column[];

/** Tables of members: which organization or filed group belongs to which hub, as officers of the registrar say. */
@Injectable()
export class MemberSheet implements Sheet, OnModuleInit {
  readonly name = 'hub-members';
  readonly title = { zh: '枢纽成员', en: 'members of hubs' };
  readonly columns = COLUMNS;
  readonly roles: readonly Role[] = ['REVIEW_OFFICER', 'APPROVAL_OFFICER'];

  constructor(
    private readonly sheets: Sheets,
    private readonly hubs: Hubs,
    private readonly assign: AssignHubs,
  ) {}

  onModuleInit(): void {
    this.sheets.register(this);
  }

  /** @param office the division of the registrar */
  actsFor(by: Holder, office: string): boolean {
    return assigns(by, office);
  }

  async judge(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<RowJudgement[]> {
    const standing = await this.hubs.standing(tx);
    const known = await this.known(tx, rows);
    return rows.map(({ values }) => {
      const member = known.get(values.code ?? '');
      const same = [`${values.code}:${values.relation === 'PRIMARY' ? 'PRIMARY' : values.hub}`];
      if (!member || !covers(office, member.authority)) return { defects: [unknown()], warnings: [], same, alike: [] };
      const state = { status: member.status, primaryHub: member.primaryHub ?? undefined };
      const violations = assignmentViolations(assignmentOf(values), state, standing);
      const defects = [...violations.map(remarkOf), ...(belongs(member, values) ? [alreadySo()] : [])];
      return { defects, warnings: [], same, alike: [] };
    });
  }

  async take(tx: Tx, _office: string, rows: readonly SheetRow[]): Promise<(string | RowRemark)[]> {
    const known = await this.known(tx, rows);
    const taken: string[] = [];
    for (const { values } of rows) {
      const { code, subjectId } = known.get(values.code ?? '')!;
      await this.assign.execute(tx, code, assignmentOf(values), { reason: '批量导入' });
      taken.push(subjectId);
    }
    return taken;
  }

  /** An assignment is undone by another one: what was entered stays in the history of the organization. */
  followed(): Promise<string[]> {
    return Promise.resolve([]);
  }

  private async known(tx: Tx, rows: readonly SheetRow[]): Promise<ReadonlyMap<string, KnownMember>> {
    const members = await tx.rows<KnownMember>(
      `SELECT subject_id AS "subjectId", credit_code AS code, authority, status, primary_hub AS "primaryHub",
              related_hubs AS "relatedHubs" FROM hub.organization WHERE credit_code = ANY($1::text[])`,
      [rows.map(({ values }) => values.code ?? '')],
    );
    return new Map(members.map((member) => [member.code, member]));
  }
}

function assignmentOf({ hub = '', relation }: SheetRow['values']): Assignment {
  return relation === 'RELATED' ? { addRelated: [hub] } : { primary: hub };
}

function belongs({ primaryHub, relatedHubs }: KnownMember, { hub = '', relation }: SheetRow['values']): boolean {
  return relation === 'RELATED' ? relatedHubs.includes(hub) : primaryHub === hub;
}

function remarkOf({ code, pointer, message }: Violation): RowRemark {
  return { column: pointer === '' ? 'code' : 'hub', code, message };
}

function unknown(): RowRemark {
  const zh = '登记簿中没有此代码的、由本机关登记或者备案的组织';
  return {
    column: 'code',
    code: 'ORGANIZATION_UNKNOWN',
    message: { zh, en: 'No organization of this registrar has the code' },
  };
}

function alreadySo(): RowRemark {
  return { column: 'hub', code: 'HUB-ALREADY', message: { zh: '已归属此枢纽', en: 'It belongs to this hub already' } };
}
