import { Injectable } from '@nestjs/common';
import { divisionPrefix } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { Reads } from '@app/platform';
import { onDay } from '../../persistence/conditions.js';
import { INDICATOR_14, INDICATOR_26 } from '../../domain/coverage/indicators.table.js';

export interface PopulationFigure {
  readonly division: string;
  readonly year: number;
  readonly residents: number;
  readonly source: string;
  readonly enteredOn: LegalDate;
}

/** Organizations per 10,000 residents, with and without filed groups. */
export interface Indicator14 {
  readonly asOf: LegalDate;
  readonly division: string;
  readonly registered: number;
  readonly filed: number;
  /** The newest figure up to the year asked about; null: none was entered, and nothing is reckoned. */
  readonly population: PopulationFigure | null;
  readonly registeredPerTenThousand: number | null;
  readonly allPerTenThousand: number | null;
  readonly target: number;
}

/** Hubs with a joint party organization, as they say themselves. */
export interface Indicator26 {
  readonly asOf: LegalDate;
  readonly division: string;
  readonly hubs: number;
  readonly reported: number;
  readonly established: number;
  readonly percent: number | null;
  readonly target: number;
  readonly status: 'SELF_REPORTED_DEFINITION_PENDING';
}

const FIGURE = `p.division, p.year, p.residents::float8 AS residents, p.source, p.entered_on::text AS "enteredOn"`;

/** Indicators 14 and 26 of the plan, as 专栏1 has them. */
@Injectable()
export class IndicatorQueries {
  constructor(private readonly reads: Reads) {}

  async organizationsPerResidents(asOf: LegalDate, division: string): Promise<Indicator14> {
    const [{ registered, filed }] = await this.reads.rows<{ registered: number; filed: number }>(
      `SELECT count(*) FILTER (WHERE standing = 'REGISTERED')::int AS registered,
              count(*) FILTER (WHERE standing = 'FILED')::int AS filed
         FROM hub.organization_span s WHERE s.active AND ${onDay('s', '$1')} AND starts_with(s.division, $2)`,
      [asOf, divisionPrefix(division)],
    );
    const population = await this.population(division, Number(asOf.slice(0, 4)));
    const { target, per } = INDICATOR_14.value;
    const rate = (count: number) => (population ? Math.round((count / population.residents) * per * 100) / 100 : null);
    return {
      asOf,
      division,
      registered,
      filed,
      population: population ?? null,
      registeredPerTenThousand: rate(registered),
      allPerTenThousand: rate(registered + filed),
      target,
    };
  }

  async jointPartyOrganizations(asOf: LegalDate, division: string): Promise<Indicator26> {
    const [counts] = await this.reads.rows<Pick<Indicator26, 'hubs' | 'reported' | 'established'>>(
      `SELECT count(*)::int AS hubs, count(j.established)::int AS reported, count(*) FILTER (WHERE j.established)::int AS established
         FROM hub.hub_span h
         LEFT JOIN LATERAL (SELECT established FROM hub.joint_party_report r WHERE r.hub = h.code AND r.as_of <= $1
                             ORDER BY r.as_of DESC, r.id DESC LIMIT 1) j ON true
        WHERE h.standing <> 'WITHDRAWN' AND ${onDay('h', '$1')} AND starts_with(h.division, $2)`,
      [asOf, divisionPrefix(division)],
    );
    const percent = counts.hubs === 0 ? null : Math.round((counts.established / counts.hubs) * 10_000) / 100;
    const { target } = INDICATOR_26.value;
    return { asOf, division, ...counts, percent, target, status: 'SELF_REPORTED_DEFINITION_PENDING' };
  }

  /** Of each year of a division the figure that was entered last, newest year first. */
  populations(division: string): Promise<PopulationFigure[]> {
    return this.reads.rows(
      `SELECT DISTINCT ON (p.year) ${FIGURE} FROM hub.population p WHERE p.division = $1 ORDER BY p.year DESC, p.id DESC`,
      [division],
    );
  }

  private async population(division: string, year: number): Promise<PopulationFigure | undefined> {
    const text = `SELECT ${FIGURE} FROM hub.population p WHERE p.division = $1 AND p.year <= $2 ORDER BY p.year DESC, p.id DESC LIMIT 1`;
    return (await this.reads.rows<PopulationFigure>(text, [division, year])).at(0);
  }
}
