import { createHash } from 'node:crypto';
import { isLegalDate } from '@app/kernel';
import { COUNT_LIMIT, type Page } from '../http/paging.js';
import { HttpProblem } from '../http/problem.js';
import { isStorable } from '../http/storable-text.js';
import type { Sql } from './sql.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/** The types a list may be sorted by, and which texts of a cursor they take. */
const KEY_TYPES = {
  text: isStorable,
  integer: (text: string) => /^-?\d{1,9}$/.test(text),
  bigint: (text: string) => /^\d{1,18}$/.test(text),
  date: isLegalDate,
  uuid: (text: string) => UUID.test(text),
  timestamptz: (text: string) => isLegalDate(INSTANT.exec(text)?.[1] ?? ''),
} as const;

/** One column of the order, never null, as SQL over the tables of the list. */
export interface SortKey {
  readonly sql: string;
  readonly type: keyof typeof KEY_TYPES;
}

/** A list: what is read, from where, which rows, in which order. The keys together are unique. */
export interface PageSource {
  readonly columns: string;
  readonly from: string;
  readonly where: string;
  readonly parameters: readonly unknown[];
  readonly keys: readonly SortKey[];
  readonly descending?: boolean;
  /** Further parameters that only the keys use, numbered after the others. */
  readonly keyParameters?: readonly unknown[];
}

export interface PageWindow {
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * Reads one page by keyset: no row is lost or repeated, however the list grows meanwhile. A row more
 * than asked for is read: it proves that there is a next page.
 */
export async function readPage<Row>(db: Sql, source: PageSource, { limit, cursor }: PageWindow): Promise<Page<Row>> {
  const { columns, from, where, parameters, keys, descending = false, keyParameters = [] } = source;
  const after = decode(source, cursor);
  const bound = [...parameters, ...keyParameters, ...(after ?? [])];
  const first = bound.length - keys.length + 1;
  const places = keys.map(({ type }, index) => `$${first + index}::${type}`);
  const beyond =
    after && `AND (${keys.map(({ sql }) => sql).join(', ')}) ${descending ? '<' : '>'} (${places.join(', ')})`;
  const rows = await db.rows<Row & { key: string[] }>(
    `SELECT ${columns}, ARRAY[${keys.map(({ sql }) => `(${sql})::text`).join(', ')}] AS key
       FROM ${from} WHERE ${where} ${beyond ?? ''}
      ORDER BY ${keys.map(({ sql }) => `${sql}${descending ? ' DESC' : ''}`).join(', ')} LIMIT ${limit + 1}`,
    bound,
  );
  const [{ count }] = await db.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) counted`,
    [...parameters],
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ key: _key, ...row }) => row as Row),
    nextCursor: rows.length > limit ? encode(source, shown.at(-1)!.key) : null,
    total: { value: Math.min(count, COUNT_LIMIT), relation: count > COUNT_LIMIT ? 'gte' : 'eq' },
  };
}

/** Tells the cursors of one list and order from those of another. */
function markOf({ from, keys, descending = false }: PageSource): string {
  const shape = JSON.stringify([from, keys.map(({ sql }) => sql), descending]);
  return createHash('sha256').update(shape).digest('base64url').slice(0, 6);
}

function encode(source: PageSource, key: readonly string[]): string {
  return Buffer.from(JSON.stringify([markOf(source), ...key]), 'utf8').toString('base64url');
}

function decode(source: PageSource, cursor: string | undefined): string[] | undefined {
  if (cursor === undefined) return undefined;
  const content = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [mark, ...key] = Array.isArray(content) ? (content as unknown[]) : [];
  const fits =
    mark === markOf(source) &&
    key.length === source.keys.length &&
    key.every((text, index) => typeof text === 'string' && KEY_TYPES[source.keys[index].type](text));
  if (!fits) throw new HttpProblem(400, 'MALFORMED', { zh: 'cursor 无效', en: 'The cursor is not one of this list' });
  return key as string[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
