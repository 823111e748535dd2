import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import type { Sql } from '@app/platform';
import { onDay } from '../../persistence/conditions.js';
import { PartyBuilding, type PartyCoverage } from './party-building.js';

/** What the data say of a hub's year: counted, never written by hand. */
export interface ReportFigures {
  readonly year: number;
  /** The last day that is counted: the end of the year, or the day of counting. */
  readonly asOf: LegalDate;
  readonly members: number;
  readonly membersByKind: Readonly<Record<string, number>>;
  readonly joined: number;
  readonly left: number;
  readonly servicesByKind: Readonly<Record<string, number>>;
  readonly participations: number;
  readonly requests: number;
  readonly requestsFulfilled: number;
  readonly messages: number;
  readonly guidanceNotes: number;
  readonly consultationsAnswered: number;
  readonly membersSuspended: number;
  readonly membersRestricted: number;
  readonly party: Omit<PartyCoverage, 'hub' | 'asOf'>;
}

/** Assembles the figures of an annual work report from what stands in the register and on the desk. */
@Injectable()
export class AssembleFigures {
  constructor(private readonly party: PartyBuilding) {}

  async execute(sql: Sql, hub: string, year: number, today: LegalDate): Promise<ReportFigures> {
    const [first, end] = [`${year}-01-01`, `${year}-12-31`];
    const asOf = end < today ? end : today;
    const kinds = await sql.rows<{ kind: string; count: number }>(
      `SELECT kind, count(*)::int AS count FROM hub.organization_span s
        WHERE primary_hub = $1 AND active AND ${onDay('s', '$2')} GROUP BY kind ORDER BY kind`,
      [hub, asOf],
    );
    const services = await sql.rows<{ kind: string; count: number; participants: number }>(
      `SELECT kind, count(*)::int AS count, sum(cardinality(participants))::int AS participants FROM hub.service
        WHERE hub = $1 AND begins_on BETWEEN $2 AND $3 GROUP BY kind ORDER BY kind`,
      [hub, first, asOf],
    );
    const { hub: _, asOf: _asOf, ...party } = await this.party.read(sql, hub, asOf);
    return {
      year,
      asOf,
      members: sum(kinds),
      membersByKind: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])),
      servicesByKind: Object.fromEntries(services.map(({ kind, count }) => [kind, count])),
      participations: services.reduce((total, { participants }) => total + participants, 0),
      ...(await this.counts(sql, hub, first, asOf)),
      party,
    };
  }

  private async counts(sql: Sql, hub: string, first: LegalDate, last: LegalDate) {
    type Counts = Pick<
      ReportFigures,
      | 'joined'
      | 'left'
      | 'requests'
      | 'requestsFulfilled'
      | 'messages'
      | 'guidanceNotes'
      | 'consultationsAnswered'
      | 'membersSuspended'
      | 'membersRestricted'
    >;
    const [counts] = await sql.rows<Counts>(COUNTS, [hub, first, last]);
    return counts;
  }
}

/** Joined and left: whether it belonged to the hub the day before and belongs to it after. */
const COUNTS = `
  WITH belongs AS (
    SELECT subject_id, since, before, lag(primary_hub) OVER w IS NOT DISTINCT FROM $1 AS did, primary_hub IS NOT DISTINCT FROM $1 AS does
      FROM hub.organization_span WINDOW w AS (PARTITION BY subject_id ORDER BY since)
  ), on_day AS (
    SELECT subject_id, status FROM hub.organization_span s
     WHERE primary_hub = $1 AND ${onDay('s', '$3')}
  )
  SELECT (SELECT count(*)::int FROM belongs WHERE does AND NOT did AND since BETWEEN $2 AND $3) AS joined,
         (SELECT count(*)::int FROM belongs WHERE did AND NOT does AND since BETWEEN $2 AND $3) AS "left",
         (SELECT count(*)::int FROM hub.service_request WHERE hub = $1 AND filed_on BETWEEN $2 AND $3) AS requests,
         (SELECT count(*)::int FROM hub.service_request WHERE hub = $1 AND state = 'FULFILLED' AND answered_on BETWEEN $2 AND $3) AS "requestsFulfilled",
         (SELECT count(*)::int FROM hub.message WHERE hub = $1 AND (sent_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $2 AND $3) AS messages,
         (SELECT count(*)::int FROM hub.guidance_note WHERE hub = $1 AND held_on BETWEEN $2 AND $3) AS "guidanceNotes",
         (SELECT count(*)::int FROM casework.consultation WHERE addressee_type = 'HUB' AND addressee = $1
             AND answered_on BETWEEN $2 AND $3) AS "consultationsAnswered",
         (SELECT count(*)::int FROM on_day WHERE status = 'SUSPENDED') AS "membersSuspended",
         (SELECT count(DISTINCT o.subject_id)::int FROM on_day o JOIN register.restriction r ON r.subject_id = o.subject_id
           WHERE r.effective_from <= $3 AND (r.effective_until IS NULL OR r.effective_until >= $3)
             AND (r.lifted_on IS NULL OR r.lifted_on > $3)) AS "membersRestricted"`;

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
