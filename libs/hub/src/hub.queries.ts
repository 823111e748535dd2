import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LegalDate } from '@app/kernel';
import { decodeCursor, pageOf, type Page } from '@app/platform';
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

/** Behind every number of a batch, for a hub that has none. */
const LAST = 1_000_000;

/** Reads the hubs from the register's projection. */
@Injectable()
export class HubQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The hubs in the order of their batches, those of no batch last; all of them, or one batch or tier. */
  async list({ batch, tier, limit, cursor }: HubFilter): Promise<Page<HubRow>> {
    const where = '($1::int IS NULL OR batch = $1) AND ($2::text IS NULL OR tier = $2)';
    const filter = [batch ?? null, tier ?? null];
    const after = decodeCursor(cursor, ['number', 'number', 'text']) ?? [null, null, null];
    const rows: HubRow[] = await this.dataSource.query(
      `SELECT code, batch, order_in_batch AS "orderInBatch", name, name_printed AS "namePrinted", tier, division, parent,
              standing, recognized_by AS "recognizedBy", recognized_on::text AS "recognizedOn"
         FROM register.hub
        WHERE ${where} AND ($3::int IS NULL OR (coalesce(batch, ${LAST}), coalesce(order_in_batch, ${LAST}), code) > ($3, $4, $5))
        ORDER BY coalesce(batch, ${LAST}), coalesce(order_in_batch, ${LAST}), code LIMIT $6`,
      [...filter, ...after, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM register.hub WHERE ${where}`,
      filter,
    );
    const keyOf = (row: HubRow) => [row.batch ?? LAST, row.orderInBatch ?? LAST, row.code];
    return pageOf(rows, limit, count, keyOf, (row) => row);
  }
}
