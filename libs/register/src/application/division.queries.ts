import { Injectable } from '@nestjs/common';
import { Reads, type Sql } from '@app/platform';
import type { DivisionLevel } from '../seed/divisions.data.js';

export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parent: string | null;
  readonly active: boolean;
}

const COLUMNS = 'code, name, level, parent, active';

/** The administrative divisions (GB/T 2260, streets with nine digits). */
@Injectable()
export class DivisionQueries {
  constructor(private readonly reads: Reads) {}

  childrenOf(parent: string): Promise<DivisionRow[]> {
    return this.reads.rows(`SELECT ${COLUMNS} FROM register.division WHERE parent = $1 ORDER BY code`, [parent]);
  }

  async find(code: string, sql: Sql = this.reads): Promise<DivisionRow | undefined> {
    const text = `SELECT ${COLUMNS} FROM register.division WHERE code = $1`;
    return (await sql.rows<DivisionRow>(text, [code])).at(0);
  }

  /** The names from the province down to the division itself: 北京市, 朝阳区. */
  async namesTo(code: string, sql: Sql = this.reads): Promise<string[]> {
    const text = `WITH RECURSIVE up AS (
         SELECT code, name, level, parent, 0 AS step FROM register.division WHERE code = $1
         UNION ALL SELECT d.code, d.name, d.level, d.parent, step + 1 FROM register.division d JOIN up ON d.code = up.parent)
       SELECT name FROM up WHERE level <> 'NATION' ORDER BY step DESC`;
    return (await sql.rows<{ name: string }>(text, [code])).map(({ name }) => name);
  }
}
