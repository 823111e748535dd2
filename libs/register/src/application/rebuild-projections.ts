import { Injectable } from '@nestjs/common';
import { SYSTEM, UnitOfWork, type Sql } from '@app/platform';
import type { SubjectType } from '../domain/vocabulary.js';
import { bySubject, ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';
import { Projections } from './projections.js';
import { foldedOf } from './verify-register.js';

const BATCH = 500;

/**
 * Makes every projection anew from the entries alone, in one transaction: readers see the old
 * tables until the new ones are whole. Appending waits meanwhile.
 */
@Injectable()
export class RebuildProjections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projections: Projections,
  ) {}

  /**
   * Makes the projections anew where a migration has just added one, so that what was entered before stands in it too.
   * @returns how many subjects were folded; 0 where nothing was missing.
   */
  async executeIfNew(sql: Sql): Promise<number> {
    for (const { table, subjectType, ofEverySubject } of this.projections.list()) {
      if (!ofEverySubject) continue;
      const [{ missing }] = await sql.rows<{ missing: boolean }>(
        `SELECT NOT EXISTS (SELECT 1 FROM ${table}) AND EXISTS (
           SELECT 1 FROM register.subject WHERE type = $1 AND last_number > 0) AS missing`,
        [subjectType],
      );
      if (missing) return this.execute();
    }
    return 0;
  }

  /** @returns how many subjects were folded. */
  async execute(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      await tx.rows('SELECT count(*) FROM (SELECT 1 FROM register.subject ORDER BY id FOR UPDATE) locked');
      await this.projections.clear(tx);
      let count = 0;
      let after = '00000000-0000-0000-0000-000000000000';
      for (;;) {
        const batch = await tx.rows<{ id: string; type: SubjectType; last_number: number }>(
          'SELECT id, type, last_number FROM register.subject WHERE id > $1 AND last_number > 0 ORDER BY id LIMIT $2',
          [after, BATCH],
        );
        if (batch.length === 0) return count;
        const rows = await tx.rows<EntryRow>(
          `SELECT ${ENTRY_COLUMNS} FROM register.entry e WHERE e.subject_id = ANY($1::uuid[]) ORDER BY e.number`,
          [batch.map(({ id }) => id)],
        );
        const histories = bySubject(rows.map(entryOf));
        const folded = batch.flatMap((subject) => foldedOf(subject, histories.get(subject.id) ?? []));
        await this.projections.project(tx, folded);
        count += folded.length;
        after = batch.at(-1)!.id;
      }
    });
  }
}
