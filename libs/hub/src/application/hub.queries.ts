import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { Clock, type Page, Reads } from '@app/platform';
import { RegisterQueries, type HubState, type Tier } from '@app/register';
import { onDay } from '../persistence/conditions.js';
import { CoverageQueries } from './coverage/coverage.queries.js';
import { Hubs } from './hubs.js';

export interface HubRow {
  readonly code: string;
  readonly batch: number | null;
  readonly orderInBatch: number | null;
  readonly name: string;
  readonly namePrinted: string;
  readonly tier: Tier;
  readonly division: string;
  readonly parent: string | null;
  readonly standing: string;
  readonly recognizedBy: string;
  readonly recognizedOn: LegalDate | null;
}

export interface HubFilter {
  readonly batch?: number;
  readonly tier?: Tier;
  readonly limit: number;
  readonly cursor?: string;
}

/** A hub as it stood on a day, with what was right below it then. */
export interface HubOnDay {
  readonly state: HubState;
  readonly below: readonly string[];
  readonly members: number;
  readonly asOf: LegalDate;
}

export interface PublicMember {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly division: string;
  readonly relation: 'PRIMARY' | 'RELATED';
}

const COLUMNS = `code, batch, order_in_batch AS "orderInBatch", name, name_printed AS "namePrinted", tier, division, parent,
  standing, recognized_by AS "recognizedBy", recognized_on::text AS "recognizedOn"`;

/** By batch and place in it; a hub of no batch comes behind every one that has one. */
const ORDER = [
  { sql: 'coalesce(batch, 1000000)', type: 'integer' },
  { sql: 'coalesce(order_in_batch, 1000000)', type: 'integer' },
  { sql: 'code', type: 'text' },
] as const;

/** Reads what the public may know of hubs: all of what the register has of them, and their active members. */
@Injectable()
export class HubQueries {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
    private readonly register: RegisterQueries,
    private readonly hubs: Hubs,
    private readonly coverage: CoverageQueries,
  ) {}

  /** The hubs in the order of their batches, those of no batch last; all of them, or one batch or tier. */
  async list({ batch, tier, limit, cursor }: HubFilter): Promise<Page<HubRow>> {
    const where = '($1::int IS NULL OR batch = $1) AND ($2::text IS NULL OR tier = $2)';
    const parameters = [batch ?? null, tier ?? null];
    return this.reads.page(
      { columns: COLUMNS, from: 'register.hub AS hub', where, parameters, keys: ORDER },
      { limit, cursor },
    );
  }

  /** One hub as the register has it for a day. @throws NotFound when there is none, or it did not stand yet. */
  async on(code: string, asOf: LegalDate = this.clock.today()): Promise<HubOnDay> {
    const { subjectId } = await this.hubs.get(code);
    const state = (await this.register.stateOf(subjectId, { asOf })) as unknown as HubState;
    const below = await this.reads.rows<{ code: string }>(
      `SELECT code FROM hub.hub_span h WHERE parent = $1 AND standing <> 'WITHDRAWN' AND ${onDay('h', '$2')} ORDER BY code`,
      [code, asOf],
    );
    const members = await this.coverage.membersOf(code, asOf);
    return { state, below: below.map((hub) => hub.code), members, asOf };
  }

  /** Its active members, by credit code. @throws NotFound */
  async members(code: string, limit: number, cursor?: string): Promise<Page<PublicMember>> {
    await this.hubs.get(code);
    const columns = `o.credit_code AS "creditCode", o.name, o.kind, o.division,
      CASE WHEN o.primary_hub = $1 THEN 'PRIMARY' ELSE 'RELATED' END AS relation`;
    const where = 'o.active AND (o.primary_hub = $1 OR $1 = ANY(o.related_hubs))';
    const keys = [{ sql: 'o.credit_code', type: 'text' }] as const;
    const source = { columns, from: 'hub.organization o', where, parameters: [code], keys };
    return this.reads.page(source, { limit, cursor });
  }
}
