import { Injectable } from '@nestjs/common';
import { type Page, Reads, type Sql } from '@app/platform';
import type { Seal } from './seal.js';

const COLUMNS = `log, number, from_transaction::text AS "fromTransaction", to_transaction::text AS "toTransaction", rows, root,
  previous, to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sealedAt", hash, key_id AS "keyId", signature`;

/** Reads the seals. */
@Injectable()
export class SealQueries {
  constructor(private readonly reads: Reads) {}

  /** All seals of a log, oldest first. */
  ofLog(log: string, sql: Sql = this.reads): Promise<Seal[]> {
    return sql.rows(`SELECT ${COLUMNS} FROM audit.seal WHERE log = $1 ORDER BY number`, [log]);
  }

  async last(log: string, reads: Sql): Promise<Seal | undefined> {
    const sql = `SELECT ${COLUMNS} FROM audit.seal WHERE log = $1 ORDER BY number DESC LIMIT 1`;
    return (await reads.rows<Seal>(sql, [log])).at(0);
  }

  async page(limit: number, cursor?: string): Promise<Page<Seal>> {
    const keys = [
      { sql: 'log', type: 'text' },
      { sql: 'number', type: 'integer' },
    ] as const;
    return this.reads.page(
      { columns: COLUMNS, from: 'audit.seal', where: 'true', parameters: [], keys },
      { limit, cursor },
    );
  }
}
