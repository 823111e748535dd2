import { Injectable } from '@nestjs/common';
import { Reads, type Sql, type Tx } from '@app/platform';
import { signsOf, type DuplicateSign } from '../domain/duplicate-keys.js';

/** A group that stands, and may be the one that is asked about. */
export interface Likeness {
  readonly subjectId: string;
  readonly filingNumber: string;
  readonly name: string;
  readonly office: string;
  readonly division: string;
  readonly signs: readonly DuplicateSign[];
}

/** Finds filings that may be of one group, and keeps pairs of them until somebody decides. */
@Injectable()
export class Duplicates {
  constructor(private readonly reads: Reads) {}

  /** For each list of keys the groups that stand and share one of them; `except` is not asked about. */
  async alike(
    asked: readonly (readonly string[])[],
    sql: Sql = this.reads,
    except: readonly string[] = [],
  ): Promise<Likeness[][]> {
    const rows = await sql.rows<Omit<Likeness, 'signs'> & { keys: string[] }>(
      `SELECT g.subject_id AS "subjectId", g.filing_number AS "filingNumber", g.name, g.office, g.division,
              array_agg(k.key) AS keys
         FROM unnest($1::text[]) AS asked(key) JOIN filing.duplicate_key k ON k.key = asked.key
         JOIN filing.filed_group g ON g.subject_id = k.subject_id
        WHERE NOT g.subject_id = ANY($2::uuid[]) GROUP BY g.subject_id ORDER BY g.filing_number`,
      [[...new Set(asked.flat())], except],
    );
    const byKey = new Map<string, Omit<Likeness, 'signs'>[]>();
    for (const { keys, ...group } of rows) {
      for (const key of keys) {
        const sharing = byKey.get(key);
        if (sharing) sharing.push(group);
        else byKey.set(key, [group]);
      }
    }
    return asked.map((keys) => {
      const shared = new Map<Omit<Likeness, 'signs'>, string[]>();
      for (const key of keys) {
        for (const group of byKey.get(key) ?? []) shared.set(group, [...(shared.get(group) ?? []), key]);
      }
      return [...shared].map(([group, common]) => ({ ...group, signs: signsOf(common) }));
    });
  }

  /** Writes down what groups of these share with others; a pair that was decided before stays decided. */
  async find(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    const pairs = await tx.rows<{ first: string; second: string; keys: string[] }>(
      `SELECT least(k.subject_id, o.subject_id) AS first, greatest(k.subject_id, o.subject_id) AS second,
              array_agg(DISTINCT k.key) AS keys
         FROM filing.duplicate_key k JOIN filing.duplicate_key o ON o.key = k.key AND o.subject_id <> k.subject_id
        WHERE k.subject_id = ANY($1::uuid[]) GROUP BY 1, 2`,
      [subjectIds],
    );
    const found = pairs.map(({ first, second, keys }) => ({ first, second, signs: signsOf(keys) }));
    await tx.execute(
      `INSERT INTO filing.duplicate (first, second, signs, found_on)
       SELECT p.first, p.second, p.signs, $2
         FROM jsonb_to_recordset($1::jsonb) AS p(first uuid, second uuid, signs text[])
       ON CONFLICT (first, second) DO NOTHING`,
      [JSON.stringify(found), tx.today],
    );
  }

  /** Nobody has to decide any longer about a group whose filing ended. */
  async settle(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.execute(
      `UPDATE filing.duplicate SET state = 'SETTLED', version = version + 1
        WHERE state = 'OPEN' AND (first = ANY($1::uuid[]) OR second = ANY($1::uuid[]))`,
      [subjectIds],
    );
  }

  /** Of a batch that is undone: as if they had never been found. */
  async forget(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.execute(
      `DELETE FROM filing.duplicate
        WHERE state IN ('OPEN', 'SETTLED') AND (first = ANY($1::uuid[]) OR second = ANY($1::uuid[]))`,
      [subjectIds],
    );
  }
}
