import { Injectable } from '@nestjs/common';
import { divisionPrefix, holds, type Principal } from '@app/access';
import { nameKey, type LegalDate } from '@app/kernel';
import { Reads, type Page } from '@app/platform';
import {
  noSuchGroup,
  RegisterQueries,
  type FiledGroupState,
  type FiledStatus,
  type FilingRoute,
  type GroupKind,
} from '@app/register';
import { actsFor, mayReadGroup } from '../domain/filing.policy.js';
import { promotionMeasures, type Measured, type PromotionMeasure } from '../domain/promotion.js';
import { Contacts, type Contact } from '../persistence/contacts.js';
import { isReached, reachOf } from './group-reach.js';
import { Keepers } from './keepers.js';
import { READINESS_SQL } from './readiness-sql.js';

/** A filed group in the list of an office. */
export interface GroupSummary extends Measured {
  readonly filingNumber: string;
  readonly name: string;
  readonly route: FilingRoute;
  readonly groupKind: GroupKind;
  readonly status: FiledStatus;
  readonly office: string;
  readonly division: string;
  readonly filedOn: LegalDate;
  readonly reviewOn: LegalDate;
  readonly primaryHub: string | null;
  readonly readiness: 'READY' | 'NEARLY' | 'NOT_YET';
}

export interface GroupFilter {
  readonly q?: string;
  readonly status?: FiledStatus;
  readonly route?: FilingRoute;
  readonly groupKind?: GroupKind;
  readonly division?: string;
  readonly readiness?: GroupSummary['readiness'];
  readonly dueBefore?: LegalDate;
  readonly limit: number;
  readonly cursor?: string;
}

/** A group as its office and its keeper see it. */
export interface GroupFile {
  readonly state: FiledGroupState;
  readonly contact: Contact | null;
  readonly measures: readonly PromotionMeasure[];
  readonly version: number;
}

const COLUMNS = `g.filing_number AS "filingNumber", g.name, g.route, g.group_kind AS "groupKind", g.status, g.office, g.division,
  g.filed_on::text AS "filedOn", g.review_on::text AS "reviewOn", g.primary_hub AS "primaryHub", g.member_count AS "memberCount",
  g.funds::float8 AS funds, g.has_premises AS "hasPremises", g.full_time_staff AS "fullTimeStaff", ${READINESS_SQL} AS readiness`;

/** Reads filed groups for those who look after them. */
@Injectable()
export class GroupQueries {
  constructor(
    private readonly reads: Reads,
    private readonly register: RegisterQueries,
    private readonly contacts: Contacts,
    private readonly keepers: Keepers,
  ) {}

  /** The groups within the reader's reach, by filing number. */
  list(reader: Principal, filter: GroupFilter): Promise<Page<GroupSummary>> {
    const { patterns, offices } = reachOf(reader);
    const { q, status, route, groupKind, division, readiness, dueBefore, limit, cursor } = filter;
    const where = `${isReached('g', 1)} AND ($4::text IS NULL OR strpos(g.name_key, $4) > 0)
      AND ($5::text IS NULL OR g.status = $5) AND ($6::text IS NULL OR g.route = $6)
      AND ($7::text IS NULL OR g.group_kind = $7) AND ($8::text IS NULL OR starts_with(g.division, $8))
      AND ($9::text IS NULL OR (g.status = 'ACTIVE' AND ${READINESS_SQL} = $9)) AND ($10::date IS NULL OR g.review_on < $10)`;
    const parameters = [
      ...[patterns, offices, holds(reader, 'AUDITOR'), q === undefined ? null : nameKey(q)],
      ...[
        status ?? null,
        route ?? null,
        groupKind ?? null,
        division === undefined ? null : (divisionPrefix(division) ?? division),
        readiness ?? null,
        dueBefore ?? null,
      ],
    ];
    const keys = [{ sql: 'g.filing_number', type: 'text' }] as const;
    const source = { columns: COLUMNS, from: 'filing.filed_group g', where, parameters, keys };
    return this.reads.page(source, { limit, cursor });
  }

  /** @throws NotFound for who neither looks after it nor keeps it. */
  async read(filingNumber: string, reader: Principal): Promise<GroupFile> {
    const { subjectId, state, entries } = await this.register.filedGroup(filingNumber);
    const office = state.filedByHub ?? state.authority;
    const keeps = await this.keepers.isOne(reader, subjectId);
    if (!keeps && !mayReadGroup(reader, { office, division: state.division })) throw noSuchGroup();
    // How it is reached is for its office and for itself; whoever only oversees does without.
    const reached = keeps || actsFor(reader, office) ? await this.contacts.find(subjectId) : undefined;
    return { state, contact: reached ?? null, measures: promotionMeasures(state), version: entries.length };
  }
}
