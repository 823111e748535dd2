import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { rowsSaid, type Folded, type Projection } from '../domain/projection.js';
import {
  heldNameProjection,
  hubProjection,
  organizationProjection,
  restrictionProjection,
} from '../persistence/register.projections.js';

/** All tables that fold from the entries, and the one way in which they are written. */
@Injectable()
export class Projections {
  private readonly all: Projection[] = [
    organizationProjection,
    heldNameProjection,
    hubProjection,
    restrictionProjection,
  ];

  /** Called by a higher lib when its module starts. */
  register(projection: Projection): void {
    this.all.push(projection);
  }

  list(): readonly Projection[] {
    return this.all;
  }

  /** Makes every table say what `folded` says; runs inside the appending transaction. */
  async project(tx: Tx, folded: readonly Folded[]): Promise<void> {
    for (const projection of this.all) {
      const touched = folded.filter(({ type }) => projection.subjectType === 'ANY' || projection.subjectType === type);
      if (touched.length > 0) await write(tx, projection, touched);
    }
  }

  /** Empties every table, before a rebuild. */
  async clear(tx: Tx): Promise<void> {
    for (const { table } of [...this.all].reverse()) await tx.execute(`DELETE FROM ${table}`);
  }
}

async function write(tx: Tx, projection: Projection, folded: readonly Folded[]): Promise<void> {
  const { table, key } = projection;
  const rows = folded.flatMap((subject) => [...rowsSaid(projection, subject)]);
  if (rows.length > 0) {
    const columns = Object.keys(rows[0]);
    await tx.execute(
      `INSERT INTO ${table} (${columns.join(', ')})
       SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
       ON CONFLICT (${key}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      [JSON.stringify(rows)],
    );
  }
  // A subject that has fewer rows than before: what its state no longer holds goes.
  await tx.execute(`DELETE FROM ${table} WHERE subject_id = ANY($1::uuid[]) AND NOT ${key}::text = ANY($2::text[])`, [
    folded.map(({ subjectId }) => subjectId),
    rows.map((row) => String((row as Record<string, unknown>)[key])),
  ]);
}
