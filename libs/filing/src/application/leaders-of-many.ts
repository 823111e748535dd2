import { Injectable } from '@nestjs/common';
import { violationOf, type Violation } from '@app/kernel';
import type { Sql } from '@app/platform';
import { LEADS } from '../domain/filing.table.js';

/** Who leads so many groups that he cannot lead another. */
@Injectable()
export class LeadersOfMany {
  /**
   * For each of these persons, by the keyed hash of his document, why he may lead no further group: the register is asked,
   * and those before him in the list count. @param except a group that is his already
   */
  async tooMany(sql: Sql, hashes: readonly string[], except: string | null = null): Promise<(Violation | undefined)[]> {
    const rows = await sql.rows<{ hash: string; count: number }>(
      `SELECT p.id_number_hash AS hash, count(*)::int AS count
         FROM filing.filed_group g JOIN register.person p ON p.id = g.leader
        WHERE p.id_number_hash = ANY($1::text[]) AND g.status = 'ACTIVE' AND g.subject_id IS DISTINCT FROM $2 GROUP BY 1`,
      [hashes.filter((hash) => hash !== undefined), except],
    );
    const counts = new Map(rows.map(({ hash, count }) => [hash, count]));
    return hashes.map((hash) => {
      if (hash === undefined) return undefined;
      const leads = counts.get(hash) ?? 0;
      counts.set(hash, leads + 1);
      return leads < LEADS.value.most ? undefined : tooMany(leads);
    });
  }
}

function tooMany(leads: number): Violation {
  const { most } = LEADS.value;
  const en = `Who leads it leads ${leads} filed groups already: ${most} at most`;
  return violationOf(LEADS, '/persons/leader', `负责人已担任${leads}个备案社会组织的负责人，最多${most}个`, en);
}
