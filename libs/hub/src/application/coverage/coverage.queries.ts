import { Injectable } from '@nestjs/common';
import { divisionPrefix } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { Clock, Reads, type Page } from '@app/platform';
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

/** A span is about a day when it began by then and no other had taken its place. */
const ON = (span: string, day: string) =>
  `${span}.since <= ${day} AND (${span}.before IS NULL OR ${span}.before > ${day})`;
const COUNTED = (day: string) => `hub.organization_span s
   LEFT JOIN hub.hub_span h ON h.code = s.primary_hub AND h.standing <> 'WITHDRAWN' AND ${ON('h', day)}`;

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
        WHERE s.active AND ${ON('s', '$1::date')} AND starts_with(s.division, $2) GROUP BY 1 ORDER BY 1 NULLS LAST`,
      [day, divisionPrefix(division)],
    );
  }

  /** The same at the end of each month, the last of them as of today. */
  async series(from: LegalDate, to: LegalDate, division: string, by?: Dimension): Promise<CoveragePoint[]> {
    const key = by ? KEYS[by] : 'NULL::text';
    return this.reads.rows<CoveragePoint>(
      `SELECT m.day::text AS "asOf", ${key} AS key, count(*)::int AS active, count(h.code)::int AS covered
         FROM (SELECT least((month + interval '1 month - 1 day')::date, $2::date, $3::date) AS day
                 FROM generate_series(date_trunc('month', $1::date), date_trunc('month', $2::date), interval '1 month') AS month) m
         JOIN hub.organization_span s ON ${ON('s', 'm.day')}
         LEFT JOIN hub.hub_span h ON h.code = s.primary_hub AND h.standing <> 'WITHDRAWN' AND ${ON('h', 'm.day')}
        WHERE s.active AND starts_with(s.division, $4) GROUP BY 1, 2 ORDER BY 1, 2 NULLS LAST`,
      [from, to, this.clock.today(), divisionPrefix(division)],
    );
  }

  /** Active organizations that belong to a hub first of all. */
  async membersOf(hub: string, day: LegalDate): Promise<number> {
    const [{ count }] = await this.reads.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM hub.organization_span s
        WHERE s.active AND s.primary_hub = $1 AND ${ON('s', '$2::date')}`,
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
