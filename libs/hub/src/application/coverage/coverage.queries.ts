import { Injectable } from '@nestjs/common';
import { divisionPrefix } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { Clock, Reads, type Page } from '@app/platform';
import { onDay } from '../../persistence/conditions.js';
import type { HubProposal } from '../../domain/assignment/hub-proposal.js';

/** What coverage is counted by. */
export const DIMENSIONS = ['tier', 'division', 'kind', 'category', 'hub', 'standing'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Active organizations on a day, and those of them whose primary hub stands on it. */
export interface Coverage {
  /** Value of the dimension; null where an organization has none. */
  readonly key: string | null;
  readonly active: number;
  readonly covered: number;
}

export interface CoveragePoint extends Coverage {
  readonly asOf: LegalDate;
}

/** An active organization without a hub that stands, and the proposal that would close the gap. */
export interface Gap {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly division: string;
  readonly proposal: { readonly id: string; readonly candidates: readonly HubProposal[] } | null;
}

const KEYS: Readonly<Record<Dimension, string>> = {
  tier: 's.tier',
  division: 's.division',
  kind: 's.kind',
  category: 's.category',
  hub: 'h.code',
  standing: 's.standing',
};

const COUNTED = (day: string) => `hub.organization_span s
   LEFT JOIN hub.hub_span h ON h.code = s.primary_hub AND h.standing <> 'WITHDRAWN' AND ${onDay('h', day)}`;

/** Coverage: organizations with an active primary hub over active organizations, on any day. */
@Injectable()
export class CoverageQueries {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** All of a division and below, by one dimension, or in one figure. */
  async on(day: LegalDate, division: string, by?: Dimension): Promise<Coverage[]> {
    const key = by ? KEYS[by] : 'NULL::text';
    return this.reads.rows<Coverage>(
      `SELECT ${key} AS key, count(*)::int AS active, count(h.code)::int AS covered
         FROM ${COUNTED('$1::date')}
        WHERE s.active AND ${onDay('s', '$1::date')} AND starts_with(s.division, $2) GROUP BY 1 ORDER BY 1 NULLS LAST`,
      [day, divisionPrefix(division)],
    );
  }

  /** The same at the end of each month, the last of them as of today: reckoned from what changed, month by month. */
  async series(from: LegalDate, to: LegalDate, division: string, by?: Dimension): Promise<CoveragePoint[]> {
    const parameters = [from, to, this.clock.today(), divisionPrefix(division)];
    return this.reads.rows<CoveragePoint>(seriesSql(by), parameters);
  }

  /** Active organizations that belong to a hub first of all. */
  async membersOf(hub: string, day: LegalDate): Promise<number> {
    const [{ count }] = await this.reads.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM hub.organization_span s
        WHERE s.active AND s.primary_hub = $1 AND ${onDay('s', '$2::date')}`,
      [hub, day],
    );
    return count;
  }

  /** Today's gaps, by credit code. */
  async gaps(division: string, limit: number, cursor?: string): Promise<Page<Gap>> {
    const columns = `o.credit_code AS "creditCode", o.name, o.kind, o.division,
      (SELECT jsonb_build_object('id', p.id::text, 'candidates', p.candidates) FROM hub.proposal p
        WHERE p.subject_id = o.subject_id AND p.state = 'PROPOSED') AS proposal`;
    const where = `o.active AND starts_with(o.division, $1) AND NOT EXISTS (
      SELECT 1 FROM register.hub h WHERE h.code = o.primary_hub AND h.standing <> 'WITHDRAWN')`;
    const keys = [{ sql: 'o.credit_code', type: 'text' }] as const;
    const parameters = [divisionPrefix(division)];
    return this.reads.page({ columns, from: 'hub.organization o', where, parameters, keys }, { limit, cursor });
  }
}

/** Spans of active organizations, and of those of them during which their primary hub stood: each counts from a day to another. */
function seriesSql(by: Dimension | undefined): string {
  const key = by === 'hub' || by === undefined ? 'NULL::text' : KEYS[by];
  const covered = `hub.organization_span s JOIN hub.hub_span h ON h.code = s.primary_hub AND h.standing <> 'WITHDRAWN'
      AND h.since < coalesce(s.before, 'infinity') AND s.since < coalesce(h.before, 'infinity')
    WHERE s.active AND starts_with(s.division, $4)`;
  const stretch = 'greatest(s.since, h.since) AS since, least(s.before, h.before) AS before';
  // By hub, what is covered leaves those without one and counts at its hub.
  const counted =
    by === 'hub'
      ? `SELECT h.code AS key, ${stretch}, 1 AS active, 1 AS covered FROM ${covered}
         UNION ALL SELECT NULL, ${stretch}, -1, 0 FROM ${covered}`
      : `SELECT ${key} AS key, ${stretch}, 0 AS active, 1 AS covered FROM ${covered}`;
  return `WITH bounds AS (SELECT date_trunc('month', $1::date)::date AS first, least($2::date, $3::date) AS last),
    counted AS (
      SELECT ${key} AS key, s.since, s.before, 1 AS active, 0 AS covered
        FROM hub.organization_span s WHERE s.active AND starts_with(s.division, $4)
      UNION ALL ${counted}),
    changes AS (
      SELECT key, since AS day, active, covered FROM counted
      UNION ALL SELECT key, before, -active, -covered FROM counted WHERE before IS NOT NULL),
    monthly AS (
      SELECT key, greatest(date_trunc('month', day)::date, first) AS month, sum(active) AS active, sum(covered) AS covered
        FROM changes, bounds WHERE day <= last GROUP BY 1, 2),
    months AS (SELECT generate_series(first, date_trunc('month', last), interval '1 month')::date AS month FROM bounds),
    points AS (
      SELECT m.month, k.key, sum(coalesce(c.active, 0)) OVER upto AS active, sum(coalesce(c.covered, 0)) OVER upto AS covered
        FROM months m CROSS JOIN (SELECT DISTINCT key FROM monthly) k
        LEFT JOIN monthly c ON c.month = m.month AND c.key IS NOT DISTINCT FROM k.key
      WINDOW upto AS (PARTITION BY k.key ORDER BY m.month))
    SELECT least((month + interval '1 month - 1 day')::date, last)::text AS "asOf", key, active::int, covered::int
      FROM points, bounds WHERE active <> 0 OR covered <> 0 ORDER BY 1, 2 NULLS LAST`;
}
