import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@app/kernel';
import { Reads, type Sql } from '@app/platform';
import { entryHash, type Entry } from '../domain/entry.js';
import { foldAll } from '../domain/fold.js';
import type { PersonReference } from '../domain/organization.js';
import { rowsSaid, type Folded } from '../domain/projection.js';
import type { SubjectType } from '../domain/vocabulary.js';
import { bySubject, ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';
import { Persons } from './persons.js';
import { Projections } from './projections.js';

export interface Verification {
  readonly subjects: number;
  readonly entries: number;
  /** The first thing that does not hold, by subject and number; absent when all holds. */
  readonly broken?: string;
}

interface Subject {
  readonly id: string;
  readonly type: SubjectType;
  readonly last_number: number;
}

const BATCH = 500;

/** Proves the register: every entry's hash, the numbering of every subject, and that every projection says what its entries say. */
@Injectable()
export class VerifyRegister {
  constructor(
    private readonly reads: Reads,
    private readonly projections: Projections,
    private readonly persons: Persons,
  ) {}

  /** All of it as of one moment: what is written meanwhile is neither missed nor half seen. */
  execute(): Promise<Verification> {
    return this.reads.snapshot((sql) => this.verify(sql));
  }

  private async verify(sql: Sql): Promise<Verification> {
    let subjects = 0;
    let entries = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const batch = await sql.rows<Subject>(
        'SELECT id, type, last_number FROM register.subject WHERE id > $1 ORDER BY id LIMIT $2',
        [after, BATCH],
      );
      if (batch.length === 0) return { subjects, entries, broken: await this.orphan(sql) };
      after = batch.at(-1)!.id;
      const histories = await this.histories(sql, batch);
      subjects += batch.length;
      entries += [...histories.values()].reduce((sum, history) => sum + history.length, 0);
      const broken =
        this.brokenEntry(batch, histories) ??
        (await this.brokenPerson(sql, histories)) ??
        (await this.brokenFold(sql, batch, histories));
      if (broken) return { subjects, entries, broken };
    }
  }

  /** A row of a projection whose subject has no entry: nobody decided it. */
  private async orphan(sql: Sql): Promise<string | undefined> {
    for (const { table, key } of this.projections.list()) {
      const rows = await sql.rows<{ key: string }>(
        `SELECT t.${key}::text AS key FROM ${table} t LEFT JOIN register.subject s ON s.id = t.subject_id AND s.last_number > 0
          WHERE s.id IS NULL ORDER BY 1 LIMIT 1`,
      );
      if (rows.length > 0) return `${table} ${rows[0].key}: no entry says so`;
    }
    return undefined;
  }

  private async histories(sql: Sql, batch: readonly Subject[]): Promise<Map<string, Entry[]>> {
    const rows = await sql.rows<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM register.entry e WHERE e.subject_id = ANY($1::uuid[]) ORDER BY e.subject_id, e.number`,
      [batch.map(({ id }) => id)],
    );
    return bySubject(rows.map(entryOf));
  }

  private brokenEntry(batch: readonly Subject[], histories: ReadonlyMap<string, readonly Entry[]>): string | undefined {
    for (const { id, last_number: last } of batch) {
      const history = histories.get(id) ?? [];
      // Hashes first: an entry that was given another number is itself the broken thing, and not its neighbour.
      const changed = history.find((entry) => entryHash(entry) !== entry.hash);
      if (changed) return `${nameOf(changed)}: its content does not have its hash`;
      const late = history.findIndex(({ number }, index) => number !== index + 1);
      if (late >= 0) return `${nameOf(history[late])}: number ${late + 1} is missing before it`;
      if (history.length !== last) return `subject ${id}: has ${history.length} entries, should have ${last}`;
    }
    return undefined;
  }

  /** A person who is no longer the one whom the entry committed itself to. */
  private async brokenPerson(sql: Sql, histories: ReadonlyMap<string, readonly Entry[]>): Promise<string | undefined> {
    const entries = [...histories.values()].flat();
    const references = entries.flatMap((entry) => referencesIn(entry).map((reference) => ({ entry, reference })));
    const broken = await this.persons.firstNotMeant(
      references.map(({ reference }) => reference),
      sql,
    );
    if (broken < 0) return undefined;
    const { entry } = references[broken];
    return `${nameOf(entry)}: the person it names was changed`;
  }

  private async brokenFold(
    sql: Sql,
    batch: readonly Subject[],
    histories: ReadonlyMap<string, Entry[]>,
  ): Promise<string | undefined> {
    const folded = batch.flatMap((subject) => foldedOf(subject, histories.get(subject.id) ?? []));
    const ids = batch.map(({ id }) => id);
    for (const projection of this.projections.list()) {
      const { table, subjectType, key } = projection;
      const expected = folded
        .filter(({ type }) => subjectType === 'ANY' || subjectType === type)
        .flatMap((subject) => rowsSaid(projection, subject).map((row) => [String(row[key]), row] as const));
      const stored = await sql.rows<{ key: string; row: Record<string, unknown> }>(
        `SELECT ${key}::text AS key, to_jsonb(t) AS row FROM ${table} t WHERE subject_id = ANY($1::uuid[]) ORDER BY 1`,
        [ids],
      );
      const rows = new Map(stored.map(({ key: name, row }) => [name, row]));
      for (const [name, row] of expected) {
        const found = rows.get(name);
        rows.delete(name);
        if (!found || !says(found, row)) return `${table} ${name}: does not say what its entries say`;
      }
      for (const name of rows.keys()) return `${table} ${name}: no entry says so`;
    }
    return undefined;
  }
}

function nameOf({ id, subjectId, number }: Entry): string {
  return `entry ${id} (subject ${subjectId}, number ${number})`;
}

export function foldedOf({ id, type, last_number: version }: Subject, history: readonly Entry[]): Folded[] {
  const state = foldAll(history);
  return state ? [{ subjectId: id, type, state, version, history }] : [];
}

function says(stored: Record<string, unknown>, expected: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(expected).every(([column, value]) => canonicalJson(stored[column]) === canonicalJson(value));
}

function referencesIn({ difference }: Entry): PersonReference[] {
  return Object.values(difference)
    .flat()
    .filter((value): value is PersonReference => typeof value === 'object' && value !== null && 'commitment' in value);
}
