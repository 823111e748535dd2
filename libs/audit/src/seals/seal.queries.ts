import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageOf, type Page } from '@app/platform';
import type { Seal } from './seal.js';

const COLUMNS = `log, number, from_transaction::text AS "fromTransaction", to_transaction::text AS "toTransaction", rows, root,
  previous, to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sealedAt", hash, key_id AS "keyId", signature`;

/** Reads the seals. */
@Injectable()
export class SealQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** All seals of a log, oldest first. */
  ofLog(log: string): Promise<Seal[]> {
    return this.dataSource.query(`SELECT ${COLUMNS} FROM audit.seal WHERE log = $1 ORDER BY number`, [log]);
  }

  async last(log: string): Promise<Seal | undefined> {
    const sql = `SELECT ${COLUMNS} FROM audit.seal WHERE log = $1 ORDER BY number DESC LIMIT 1`;
    return ((await this.dataSource.query(sql, [log])) as Seal[]).at(0);
  }

  async page(limit: number, cursor?: string): Promise<Page<Seal>> {
    const [log = '', number = 0] = decodeCursor(cursor, ['text', 'number']) ?? [];
    const rows: Seal[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM audit.seal WHERE (log, number) > ($1, $2) ORDER BY log, number LIMIT $3`,
      [log, number, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS count FROM audit.seal',
    );
    return pageOf(
      rows,
      limit,
      count,
      (seal) => [seal.log, seal.number],
      (seal) => seal,
    );
  }
}
