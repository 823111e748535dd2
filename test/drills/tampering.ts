import { AUDIT_ROW_HASH } from '@app/audit';
import { entryHash, type EntryContent } from '@app/register';
import type { TestDatabase } from '../support/database.js';

export type Log = 'register' | 'audit';
export type Row = Record<string, unknown> & { id: string; number: number | string };

/** Columns that say something and that an UPDATE can reach: an `id` is an identity, a `subject_id` must be that of a subject. */
const CONTENT = {
  register: 'number kind legal_date recorded_at recorded_by case_id citation difference publication corrects hash',
  audit: 'writer number recorded_in at account_id actor action subject_type subject_id ground detail trace_id hash',
} as const;

export function columnsOf(log: Log): string[] {
  return CONTENT[log].split(' ');
}

/** Somebody who holds the owner's password: what the application role may not do, he may. */
export class Intruder {
  constructor(private readonly database: TestDatabase) {}

  /** Rows as they stand, dates and instants as text so that nothing is lost. */
  rows(log: Log): Promise<Row[]> {
    return this.database.asOwner<Row>(
      `SELECT e.*, e.recorded_in::text${log === 'register' ? ', e.legal_date::text' : ''} FROM ${log}.entry e ORDER BY e.id`,
    );
  }

  async flip(log: Log, row: Row, column: string, random: () => number): Promise<void> {
    const value = flipped(column, row[column], random);
    await this.act(`UPDATE ${log}.entry SET ${column} = ${literal(value)} WHERE id = ${row.id}`);
  }

  async remove(log: Log, { id }: Row): Promise<void> {
    await this.act(`DELETE FROM ${log}.entry WHERE id = ${id}`);
  }

  /** Puts what one row says in the place of the other; entries keep their place in their subject, audit rows only their id. */
  async swap(log: Log, one: Row, other: Row): Promise<void> {
    const list = columnsOf(log)
      .filter((column) => log === 'audit' || column !== 'number')
      .join(', ');
    const both = `WHERE id IN (${one.id}, ${other.id})`;
    const free = log === 'audit' ? `UPDATE audit.entry SET number = number + 1000000000 ${both};` : '';
    await this.act(
      `CREATE TEMP TABLE pair AS SELECT * FROM ${log}.entry ${both}; ${free}
       UPDATE ${log}.entry e SET (${list}) = (SELECT ${list} FROM pair p WHERE p.id <> e.id) ${both}`,
    );
  }

  /** Cuts off the newest rows and makes every count agree; projections are for the product to rebuild. */
  async cutTail(log: Log, count: number): Promise<void> {
    const cut = `DELETE FROM ${log}.entry WHERE id IN (SELECT id FROM ${log}.entry ORDER BY id DESC LIMIT ${count})`;
    const recount =
      log === 'register'
        ? `UPDATE register.subject s SET last_number = (SELECT count(*) FROM register.entry e WHERE e.subject_id = s.id)`
        : `DELETE FROM audit.writer; INSERT INTO audit.writer SELECT writer, count(*) FROM audit.entry GROUP BY writer`;
    await this.act(`${cut}; ${recount}`);
  }

  /** Rewrites all entries of a subject, each with the hash that the product would give it. */
  async rewriteSubject(history: readonly Row[]): Promise<void> {
    const statements = history.map((row) => {
      const difference = { ...(row.difference as object), note: '改过的内容' };
      const publication = { ...(row.publication as object), note: 'WITHHELD' };
      const hash = entryHash({ ...contentOf(row), difference, publication } as EntryContent);
      return `UPDATE register.entry SET difference = ${literal(difference)}, publication = ${literal(publication)}, hash = '${hash}' WHERE id = ${row.id}`;
    });
    await this.act(statements.join('; '));
  }

  /** Rewrites who did all that the audit trail tells of a subject, hashes included. */
  async rewriteAudit(subjectId: string): Promise<void> {
    await this.act(
      `UPDATE audit.entry SET actor = 'somebody.else' WHERE subject_id = ${literal(subjectId)};
       UPDATE audit.entry e SET hash = ${AUDIT_ROW_HASH} WHERE subject_id = ${literal(subjectId)}`,
    );
  }

  async act(sql: string): Promise<void> {
    const tables = ['audit.entry', 'register.entry', 'register.subject'];
    const triggers = (what: string) => tables.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER;`).join(' ');
    await this.database.asOwner(`${triggers('DISABLE')} ${sql}; ${triggers('ENABLE')}`);
  }
}

function contentOf(row: Row): EntryContent {
  return {
    subjectId: row.subject_id,
    number: row.number,
    kind: row.kind,
    legalDate: row.legal_date,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    caseId: row.case_id,
    citation: row.citation,
    difference: row.difference,
    publication: row.publication,
    corrects: row.corrects,
  } as EntryContent;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
const NUMBERS: ReadonlySet<string> = new Set(['number', 'writer', 'recorded_in']);
const OF_EMPTY: Readonly<Record<string, unknown>> = {
  recorded_by: NOBODY,
  case_id: NOBODY,
  account_id: NOBODY,
  corrects: 1,
  ground: {},
  trace_id: 'x',
};

/** The least change of a value that its column still takes. */
function flipped(column: string, value: unknown, random: () => number): unknown {
  if (value === null) return OF_EMPTY[column];
  if (column === 'kind') return value === 'IMPORTED' ? 'ESTABLISHED' : 'IMPORTED';
  if (value instanceof Date) return new Date(value.getTime() + 1);
  if (typeof value === 'number') return value + 1_000;
  if (/^\d{4}-\d\d-\d\d$/.test(String(value)))
    return `${Number(String(value).slice(0, 4)) - 1}${String(value).slice(4)}`;
  if (typeof value === 'object') return flippedJson(value, random);
  const text = String(value);
  if (NUMBERS.has(column)) return String(BigInt(text) + 1_000n);
  let at = random() % text.length;
  while (text[at] === '-') at = random() % text.length;
  return text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1);
}

/** One character of a JSON value, wherever the dice fall on one that leaves it JSON. */
function flippedJson(value: object, random: () => number): unknown {
  const text = JSON.stringify(value);
  for (let tries = 0; tries < 1_000; tries += 1) {
    const at = random() % text.length;
    const other = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1);
    try {
      const parsed = JSON.parse(other) as unknown;
      if (JSON.stringify(parsed) !== text) return parsed;
    } catch {
      // That character was one of the form.
    }
  }
  return { flipped: true };
}

function literal(value: unknown): string {
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}
