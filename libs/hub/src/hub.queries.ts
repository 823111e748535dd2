import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LegalDate } from '@app/kernel';
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

/** Reads the hubs from the register's projection. */
@Injectable()
export class HubQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The hubs in the order of their batches; all of them, or one batch or tier. */
  list({ batch, tier }: { batch?: number; tier?: Tier }): Promise<HubRow[]> {
    return this.dataSource.query(
      `SELECT code, batch, order_in_batch AS "orderInBatch", name, name_printed AS "namePrinted", tier, division, parent,
              standing, recognized_by AS "recognizedBy", recognized_on::text AS "recognizedOn"
         FROM register.hub WHERE ($1::int IS NULL OR batch = $1) AND ($2::text IS NULL OR tier = $2)
        ORDER BY batch NULLS LAST, order_in_batch NULLS LAST, code`,
      [batch ?? null, tier ?? null],
    );
  }
}
