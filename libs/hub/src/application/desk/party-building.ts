import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { RuleViolated, violationOf, type LegalDate } from '@app/kernel';
import { Clock, Reads, type Sql, type Tx } from '@app/platform';
import { HUB_PARTY } from '../../domain/desk/desk.table.js';
import { Hubs } from '../hubs.js';
import { DeskMembers } from './desk-members.js';

/** How a member is covered: 单独建立, 联合建立, 工作覆盖 (an instructor), or not at all. */
export const PARTY_FORMS = ['INDEPENDENT', 'JOINT', 'COVERED', 'NONE'] as const;
export type PartyForm = (typeof PARTY_FORMS)[number];

export interface PartyReport {
  readonly creditCode: string;
  readonly form: PartyForm;
  readonly partyMembers: number;
  readonly asOf: LegalDate;
}

/** Party building among the members of a hub, as the hub reports it; members without a report count as not covered. */
export interface PartyCoverage {
  readonly hub: string;
  readonly asOf: LegalDate;
  readonly members: number;
  readonly reported: number;
  readonly independent: number;
  readonly joint: number;
  readonly covered: number;
  readonly none: number;
  readonly partyMembers: number;
  /** The joint party organization of the hub itself (联合党组织); null: nothing was reported. */
  readonly jointOrganization: {
    readonly established: boolean;
    readonly name: string | null;
    readonly asOf: LegalDate;
  } | null;
}

/** What a hub reports of party building: in its members, and of its own joint organization. Reports are never changed. */
@Injectable()
export class PartyBuilding {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly members: DeskMembers,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws RuleViolated naming whoever is no member, and days that have not come. */
  async report(tx: Tx, by: Principal, code: string, reports: readonly PartyReport[]): Promise<void> {
    await this.hubs.run(code, by, tx);
    await this.members.require(
      code,
      reports.map(({ creditCode }) => creditCode),
      (index) => `/members/${index}/creditCode`,
      tx,
    );
    requireDays(
      tx,
      reports.map(({ asOf }, index) => ({ day: asOf, pointer: `/members/${index}/asOf` })),
    );
    await tx.execute(
      `INSERT INTO hub.party_report (hub, credit_code, form, party_members, as_of, reported_by, reported_on)
       SELECT $1, r."creditCode", r.form, r."partyMembers", r."asOf", $3, $4
         FROM jsonb_to_recordset($2::jsonb) AS r("creditCode" text, form text, "partyMembers" int, "asOf" date)`,
      [code, JSON.stringify(reports), by.accountId, tx.today],
    );
    const detail = { members: reports.length };
    await this.audit.record(tx, { action: 'hub.report-party', subjectType: 'hub', subjectId: code, detail });
  }

  /** @throws RuleViolated when its day has not come. */
  async reportJoint(
    tx: Tx,
    by: Principal,
    code: string,
    { established, name, asOf }: { established: boolean; name?: string; asOf: LegalDate },
  ): Promise<void> {
    await this.hubs.run(code, by, tx);
    requireDays(tx, [{ day: asOf, pointer: '/asOf' }]);
    await tx.execute(
      `INSERT INTO hub.joint_party_report (hub, established, name, as_of, reported_by, reported_on) VALUES ($1, $2, $3, $4, $5, $6)`,
      [code, established, name ?? null, asOf, by.accountId, tx.today],
    );
    const detail = { established };
    await this.audit.record(tx, { action: 'hub.report-joint-party', subjectType: 'hub', subjectId: code, detail });
  }

  /** @throws NotFound where the desk is not the reader's to see. */
  async coverage(reader: Principal, code: string, asOf: LegalDate = this.clock.today()): Promise<PartyCoverage> {
    await this.hubs.desk(code, reader);
    return this.read(this.reads, code, asOf);
  }

  async read(sql: Sql, code: string, asOf: LegalDate): Promise<PartyCoverage> {
    const members = await this.members.primaryOn(code, asOf, sql);
    const [counts] = await sql.rows<Omit<PartyCoverage, 'hub' | 'asOf' | 'members' | 'jointOrganization'>>(
      `SELECT count(*)::int AS reported, count(*) FILTER (WHERE form = 'INDEPENDENT')::int AS independent,
              count(*) FILTER (WHERE form = 'JOINT')::int AS joint, count(*) FILTER (WHERE form = 'COVERED')::int AS covered,
              count(*) FILTER (WHERE form = 'NONE')::int AS none, coalesce(sum(party_members), 0)::int AS "partyMembers"
         FROM (SELECT DISTINCT ON (credit_code) form, party_members FROM hub.party_report
                WHERE hub = $1 AND credit_code = ANY($2::text[]) AND as_of <= $3 ORDER BY credit_code, as_of DESC, id DESC) newest`,
      [code, members, asOf],
    );
    const [joint] = await sql.rows<NonNullable<PartyCoverage['jointOrganization']>>(
      `SELECT established, name, as_of::text AS "asOf" FROM hub.joint_party_report
        WHERE hub = $1 AND as_of <= $2 ORDER BY as_of DESC, id DESC LIMIT 1`,
      [code, asOf],
    );
    return { hub: code, asOf, members: members.length, ...counts, jointOrganization: joint ?? null };
  }
}

function requireDays(tx: Tx, days: readonly { readonly day: LegalDate; readonly pointer: string }[]): void {
  const [zh, en] = ['日期不得晚于今日', 'The day has not come'];
  const violations = days
    .filter(({ day }) => day > tx.today)
    .map(({ pointer }) => violationOf(HUB_PARTY, pointer, zh, en));
  if (violations.length > 0) throw new RuleViolated(violations);
}
