import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { type Page, Reads } from '@app/platform';
import type { Tier } from '@app/register';

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

const COLUMNS = `code, batch, order_in_batch AS "orderInBatch", name, name_printed AS "namePrinted", tier, division, parent,
  standing, recognized_by AS "recognizedBy", recognized_on::text AS "recognizedOn"`;

/** By batch and place in it; a hub of no batch comes behind every one that has one. */
const ORDER = [
  { sql: 'coalesce(batch, 1000000)', type: 'integer' },
  { sql: 'coalesce(order_in_batch, 1000000)', type: 'integer' },
  { sql: 'code', type: 'text' },
] as const;

/** Reads the hubs from the register's projection. */
@Injectable()
export class HubQueries {
  constructor(private readonly reads: Reads) {}

  /** The hubs in the order of their batches, those of no batch last; all of them, or one batch or tier. */
  async list({ batch, tier, limit, cursor }: HubFilter): Promise<Page<HubRow>> {
    const where = '($1::int IS NULL OR batch = $1) AND ($2::text IS NULL OR tier = $2)';
    const parameters = [batch ?? null, tier ?? null];
    return this.reads.page(
      { columns: COLUMNS, from: 'register.hub AS hub', where, parameters, keys: ORDER },
      { limit, cursor },
    );
  }
}
