import { Injectable } from '@nestjs/common';
import { holds, type Principal } from '@app/access';
import { NotFound, type LegalDate } from '@app/kernel';
import { Reads, type Page, type Sql } from '@app/platform';
import type { FilingRoute } from '@app/register';
import type { DuplicateSign } from '../domain/duplicate-keys.js';
import { mayReadGroup } from '../domain/filing.policy.js';
import { isReached, reachOf } from './group-reach.js';

/** One of two filings, as an officer compares them. */
export interface ComparedGroup {
  readonly subjectId: string;
  readonly filingNumber: string;
  readonly name: string;
  readonly route: FilingRoute;
  readonly office: string;
  readonly division: string;
  readonly status: string;
  readonly filedOn: LegalDate;
  readonly memberCount: number;
}

export type DuplicateState = 'OPEN' | 'DIFFERENT' | 'SAME' | 'MERGED' | 'SETTLED';

/** Two filings that may be of one group, side by side. */
export interface DuplicatePair {
  readonly id: string;
  readonly first: ComparedGroup;
  readonly second: ComparedGroup;
  readonly signs: readonly DuplicateSign[];
  readonly foundOn: LegalDate;
  readonly state: DuplicateState;
  readonly keptNumber: string | null;
  readonly reason: string | null;
  readonly decidedOn: LegalDate | null;
  readonly version: number;
}

const compared = (alias: string): string => `jsonb_build_object('subjectId', ${alias}.subject_id,
  'filingNumber', ${alias}.filing_number, 'name', ${alias}.name, 'route', ${alias}.route, 'office', ${alias}.office,
  'division', ${alias}.division, 'status', ${alias}.status, 'filedOn', ${alias}.filed_on::text,
  'memberCount', ${alias}.member_count)`;
const FROM = `filing.duplicate d JOIN filing.filed_group a ON a.subject_id = d.first
  JOIN filing.filed_group b ON b.subject_id = d.second`;
const COLUMNS = `d.id, ${compared('a')} AS first, ${compared('b')} AS second, d.signs, d.found_on::text AS "foundOn", d.state,
  CASE d.kept WHEN d.first THEN a.filing_number WHEN d.second THEN b.filing_number END AS "keptNumber",
  d.reason, d.decided_on::text AS "decidedOn", d.version`;

/** Reads the pairs of filings that may be of one group. */
@Injectable()
export class DuplicateQueries {
  constructor(private readonly reads: Reads) {}

  async find(id: string, sql: Sql = this.reads): Promise<DuplicatePair | undefined> {
    return (await sql.rows<DuplicatePair>(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1`, [id])).at(0);
  }

  /** @throws NotFound for who may read neither of the two. */
  async get(id: string, reader: Principal): Promise<DuplicatePair> {
    const pair = await this.find(id);
    if (!pair || ![pair.first, pair.second].some((group) => mayReadGroup(reader, group))) throw new NotFound();
    return pair;
  }

  /** Those in which one of the two is the reader's to read, newest first. */
  async list(
    reader: Principal,
    { state, limit, cursor }: { readonly state?: DuplicateState; readonly limit: number; readonly cursor?: string },
  ): Promise<Page<DuplicatePair>> {
    const { patterns, offices } = reachOf(reader);
    const where = `($1::text IS NULL OR d.state = $1) AND (${isReached('a', 2)} OR ${isReached('b', 2)})`;
    const parameters = [state ?? null, patterns, offices, holds(reader, 'AUDITOR')];
    const keys = [{ sql: 'd.id', type: 'bigint' }] as const;
    return this.reads.page(
      { columns: COLUMNS, from: FROM, where, parameters, keys, descending: true },
      { limit, cursor },
    );
  }
}
