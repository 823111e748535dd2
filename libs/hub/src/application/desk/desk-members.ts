import { Injectable } from '@nestjs/common';
import { holds, scopesOf, type Principal } from '@app/access';
import { RuleViolated, violationOf, type LegalDate } from '@app/kernel';
import { Clock, Reads, type Page, type Sql } from '@app/platform';
import { noSuchOrganization, type RecordedKind, type RecordedStatus } from '@app/register';
import { HUB_MEMBER } from '../../domain/desk/desk.table.js';
import { IS_MEMBER, onDay } from '../../persistence/conditions.js';

/** A member as its hub sees it. */
export interface Member {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: RecordedKind;
  readonly status: RecordedStatus;
  readonly standing: string;
  readonly division: string;
  readonly foundedOn: LegalDate;
  readonly relation: 'PRIMARY' | 'RELATED';
  /** What stands against it in the register now: what it touches, until when. */
  readonly restrictions: readonly { effect: string; actions: string[]; from: LegalDate; until: LegalDate | null }[];
  /** What comes to an end, or falls due in its open cases: the nearest first. */
  readonly deadlines: readonly { kind: 'TERM_ENDS' | 'SUSPENSION_ENDS' | 'CASE_DUE'; on: LegalDate }[];
}

export interface MemberFilter {
  readonly relation?: 'PRIMARY' | 'RELATED';
  readonly status?: RecordedStatus;
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const COLUMNS = `o.credit_code AS "creditCode", o.name, o.kind, o.status, o.standing, o.division, o.founded_on::text AS "foundedOn",
  CASE WHEN o.primary_hub = $1 THEN 'PRIMARY' ELSE 'RELATED' END AS relation,
  coalesce((SELECT jsonb_agg(jsonb_build_object('effect', r.effect, 'actions', r.actions, 'from', r.effective_from,
                                                'until', r.effective_until) ORDER BY r.effective_from, r.id)
              FROM register.restriction r WHERE r.subject_id = o.subject_id AND r.effective_from <= $5
               AND (r.effective_until IS NULL OR r.effective_until >= $5) AND (r.lifted_on IS NULL OR r.lifted_on > $5)), '[]') AS restrictions,
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', d.kind, 'on', d.day) ORDER BY d.day, d.kind) FROM (
      SELECT 'TERM_ENDS' AS kind, o.term_until AS day UNION ALL SELECT 'SUSPENSION_ENDS', o.suspended_until
      UNION ALL SELECT 'CASE_DUE', c.due_on FROM casework.case c
                 WHERE c.applicant_code = o.credit_code AND NOT c.closed AND c.received_on IS NOT NULL) d
    WHERE d.day IS NOT NULL), '[]') AS deadlines`;

/** The members of a hub, and whether somebody is one. */
@Injectable()
export class DeskMembers {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  async list(hub: string, { relation, status, q, limit, cursor }: MemberFilter): Promise<Page<Member>> {
    const where = `${IS_MEMBER} AND ($2::text IS NULL OR ($2 = 'PRIMARY') = (o.primary_hub IS NOT DISTINCT FROM $1))
      AND ($3::text IS NULL OR o.status = $3) AND ($4::text IS NULL OR strpos(o.name, $4) > 0)`;
    const parameters = [hub, relation ?? null, status ?? null, q ?? null];
    const keys = [{ sql: 'o.credit_code', type: 'text' }] as const;
    // The day is asked for by the columns alone, so the count knows nothing of it.
    const keyParameters = [this.clock.today()];
    const source = { columns: COLUMNS, from: 'hub.organization o', where, parameters, keys, keyParameters };
    return this.reads.page(source, { limit, cursor });
  }

  /** The codes of the active organizations that belonged to it first of all on a day. */
  async primaryOn(hub: string, day: LegalDate, sql: Sql): Promise<string[]> {
    const text = `SELECT o.credit_code AS code FROM hub.organization_span s JOIN hub.organization o ON o.subject_id = s.subject_id
                   WHERE s.active AND s.primary_hub = $1 AND ${onDay('s', '$2')} ORDER BY 1`;
    return (await sql.rows<{ code: string }>(text, [hub, day])).map(({ code }) => code);
  }

  /** The codes of all members. */
  async codes(hub: string, sql: Sql): Promise<string[]> {
    const text = `SELECT o.credit_code AS code FROM hub.organization o WHERE ${IS_MEMBER} ORDER BY 1`;
    return (await sql.rows<{ code: string }>(text, [hub])).map(({ code }) => code);
  }

  /** @throws RuleViolated naming every code that is no member of the hub. */
  async require(hub: string, codes: readonly string[], pointer: (index: number) => string, sql: Sql): Promise<void> {
    const rows = await sql.rows<{ code: string }>(
      `SELECT o.credit_code AS code FROM hub.organization o WHERE ${IS_MEMBER} AND o.credit_code = ANY($2::text[])`,
      [hub, codes],
    );
    const known = new Set(rows.map(({ code }) => code));
    const violations = codes.flatMap((code, index) => {
      const [zh, en] = [`${code}不是本枢纽的成员`, `${code} is no member of this hub`];
      return known.has(code) ? [] : [violationOf(HUB_MEMBER, pointer(index), zh, en)];
    });
    if (violations.length > 0) throw new RuleViolated(violations);
  }
}

/** An organization and who speaks for it. @throws NotFound for everybody else. */
export async function memberFor(
  agent: Principal,
  creditCode: string,
  sql: Sql,
): Promise<{ subjectId: string; primaryHub: string | null; relatedHubs: string[] }> {
  const [known] = await sql.rows<{ subjectId: string; primaryHub: string | null; relatedHubs: string[] }>(
    `SELECT subject_id AS "subjectId", primary_hub AS "primaryHub", related_hubs AS "relatedHubs"
       FROM hub.organization WHERE credit_code = $1`,
    [creditCode],
  );
  if (!known || !holds(agent, 'ORGANIZATION_AGENT', creditCode)) throw noSuchOrganization();
  return known;
}

/** The codes of the organizations for which somebody speaks. */
export function codesOf(agent: Principal): string[] {
  return scopesOf(agent, 'ORGANIZATION_AGENT');
}
