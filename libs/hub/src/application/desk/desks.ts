import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { Clock, Reads } from '@app/platform';
import { HUB_REPORT_DUE } from '../../domain/desk/desk.table.js';
import { IS_MEMBER } from '../../persistence/conditions.js';
import { Hubs, type KnownHub } from '../hubs.js';

/** What waits at a desk, and what is due next. */
export interface DeskSummary extends Pick<KnownHub, 'name' | 'standing' | 'above'> {
  readonly hub: string;
  readonly below: readonly string[];
  readonly members: number;
  readonly openProposals: number;
  readonly openMemberships: number;
  readonly openRequests: number;
  readonly openConsultations: number;
  readonly reportYear: number;
  readonly reportDueOn: LegalDate;
  readonly reportState: string | null;
}

/** The desk of a hub at a glance. */
@Injectable()
export class Desks {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound where the desk is not the reader's to see. */
  async read(reader: Principal, code: string): Promise<DeskSummary> {
    const { name, standing, above } = await this.hubs.desk(code, reader);
    const reportYear = Number(this.clock.today().slice(0, 4)) - 1;
    const [counts] = await this.reads.rows<
      Omit<DeskSummary, 'hub' | 'name' | 'standing' | 'above' | 'reportYear' | 'reportDueOn'>
    >(
      `SELECT ARRAY(SELECT code FROM register.hub WHERE parent = $1 AND standing <> 'WITHDRAWN' ORDER BY code) AS below,
              (SELECT count(*)::int FROM hub.organization o WHERE ${IS_MEMBER}) AS members,
              (SELECT count(*)::int FROM hub.proposal WHERE state = 'PROPOSED' AND hubs[1] = $1) AS "openProposals",
              (SELECT count(*)::int FROM hub.membership_request WHERE hub = $1 AND state = 'REQUESTED') AS "openMemberships",
              (SELECT count(*)::int FROM hub.service_request WHERE hub = $1 AND state IN ('REQUESTED', 'TAKEN_UP')) AS "openRequests",
              (SELECT count(*)::int FROM casework.consultation WHERE addressee_type = 'HUB' AND addressee = $1 AND state = 'OPEN') AS "openConsultations",
              (SELECT state FROM hub.work_report WHERE hub = $1 AND year = $2) AS "reportState"`,
      [code, reportYear],
    );
    return { hub: code, name, standing, above, ...counts, reportYear, reportDueOn: dueOn(reportYear) };
  }
}

function dueOn(year: number): LegalDate {
  const { month, day } = HUB_REPORT_DUE.value;
  return `${year + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
