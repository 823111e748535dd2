import { Injectable } from '@nestjs/common';
import { divisionPrefix, type Principal } from '@app/access';
import { NotPermitted, type LegalDate } from '@app/kernel';
import { Reads } from '@app/platform';
import { maySeeFigures } from '../domain/filing.policy.js';

export const FIGURE_DIMENSIONS = ['division', 'hub', 'kind', 'route', 'month'] as const;
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number];

/** What happened in one place, hub, kind, route or month. */
export interface FilingFigure {
  readonly key: string;
  readonly filed: number;
  readonly renewed: number;
  readonly lapsed: number;
  readonly cancelled: number;
  readonly promoted: number;
}

const KEYS: Readonly<Record<FigureDimension, string>> = {
  division: 'g.division',
  hub: `coalesce(g.primary_hub, '')`,
  kind: 'g.group_kind',
  route: 'g.route',
  month: `to_char(e.legal_date, 'YYYY-MM')`,
};
const count = (condition: string, name: string): string => `count(*) FILTER (WHERE ${condition})::int AS ${name}`;
/** Of two filings that were merged the one that ended is counted as cancelled; the one that stays is not. */
const ENDED = `e.kind = 'FILING_CANCELLED' OR (e.kind = 'FILING_MERGED' AND e.difference ? 'ending')`;

/** How many groups were filed, renewed, lapsed, ended and promoted, counted from the entries of the register. */
@Injectable()
export class FilingFigures {
  constructor(private readonly reads: Reads) {}

  /** @throws NotPermitted for who has no office in the division. */
  async read(
    reader: Principal,
    { division, from, to, by }: { division: string; from: LegalDate; to: LegalDate; by: FigureDimension },
  ): Promise<FilingFigure[]> {
    if (!maySeeFigures(reader, division)) throw new NotPermitted();
    return this.reads.rows<FilingFigure>(
      `SELECT ${KEYS[by]} AS key, ${count(`e.kind = 'FILED'`, 'filed')}, ${count(`e.kind = 'FILING_RENEWED'`, 'renewed')},
              ${count(`e.kind = 'FILING_LAPSED'`, 'lapsed')}, ${count(ENDED, 'cancelled')}, ${count(`e.kind = 'PROMOTED'`, 'promoted')}
         FROM register.entry e JOIN filing.filed_group g ON g.subject_id = e.subject_id
        WHERE e.kind IN ('FILED', 'FILING_RENEWED', 'FILING_LAPSED', 'FILING_CANCELLED', 'FILING_MERGED', 'PROMOTED')
          AND e.legal_date BETWEEN $1 AND $2 AND starts_with(g.division, $3)
        GROUP BY 1 ORDER BY 1`,
      [from, to, divisionPrefix(division) ?? division],
    );
  }
}
