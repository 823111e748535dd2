import { SYSTEM } from '../database/tx.js';
import type { Sql } from '../database/sql.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { KeyRing } from './key-ring.js';
import type { KeyedStore } from './keyed-stores.js';

const BATCH = 500;

export interface SealedColumnPlace {
  readonly table: string;
  /** The primary key, and the types of its columns. */
  readonly key: readonly { readonly column: string; readonly type: string }[];
  readonly column: string;
  /** To what the value is bound, from the texts of its row's primary key. */
  readonly purpose: (...key: string[]) => string;
}

/** A text column whose values were made by `KeyRing.seal`. */
export class SealedColumn implements KeyedStore {
  readonly name: string;

  constructor(
    private readonly place: SealedColumnPlace,
    private readonly keys: KeyRing,
  ) {
    this.name = `${place.table}.${place.column}`;
  }

  async countByKey(sql: Sql): Promise<ReadonlyMap<string, number>> {
    const { table, column } = this.place;
    const rows = await sql.rows<{ key: string; count: number }>(
      `SELECT split_part(${column}, '.', 2) AS key, count(*)::int AS count FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1`,
    );
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  async rotate(owner: UnitOfWork, onDone: (count: number) => void): Promise<void> {
    for (let after: string[] | undefined = []; after;) after = await this.rotateBatch(owner, after, onDone);
  }

  /** @returns the primary key of the last row that was looked at; undefined when there is no further one. */
  private async rotateBatch(
    owner: UnitOfWork,
    after: readonly string[],
    onDone: (count: number) => void,
  ): Promise<string[] | undefined> {
    const { table, column, key, purpose } = this.place;
    const columns = key.map((part) => part.column).join(', ');
    const bounds = key.map(({ type }, index) => `$${index + 2}::${type}`).join(', ');
    const rows = await owner.run(SYSTEM, async (tx) => {
      const found = await tx.rows<{ key: string[]; sealed: string }>(
        `SELECT ARRAY[${key.map((part) => `${part.column}::text`).join(', ')}] AS key, ${column} AS sealed FROM ${table}
          WHERE ${column} IS NOT NULL AND split_part(${column}, '.', 2) <> $1
            ${after.length > 0 ? `AND (${columns}) > (${bounds})` : ''}
          ORDER BY ${columns} LIMIT ${BATCH} FOR UPDATE`,
        [this.keys.current, ...after],
      );
      for (const row of found) {
        const anew = this.keys.seal(this.keys.open(row.sealed, purpose(...row.key)), purpose(...row.key));
        const which = key.map((part, index) => `${part.column} = $${index + 2}::${part.type}`).join(' AND ');
        await tx.execute(`UPDATE ${table} SET ${column} = $1 WHERE ${which}`, [anew, ...row.key]);
      }
      return found;
    });
    onDone(rows.length);
    return rows.length < BATCH ? undefined : rows.at(-1)!.key;
  }
}
