import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { divisionPrefix } from '@app/access';
import { normalizeCreditCode, type LegalDate } from '@app/kernel';
import { COUNT_LIMIT, decodeCursor, pageOf, type Page } from '@app/platform';
import type { Category, Kind, Standing, Status } from '@app/register';
import { bigrams, nameKey } from '../domain/name-key.js';

export type Sort = 'relevance' | 'foundedOn' | '-foundedOn';
export type Listed = 'NONE' | 'ABNORMAL' | 'SERIOUS';

export interface SearchQuery {
  readonly q?: string;
  readonly standing?: Standing;
  readonly kind?: Kind;
  readonly status?: Status;
  readonly division?: string;
  readonly authority?: string;
  readonly hub?: string;
  readonly category?: Category;
  readonly listed?: Listed;
  readonly foundedFrom?: LegalDate;
  readonly foundedTo?: LegalDate;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: string;
}

export interface FoundOrganization {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: Kind;
  readonly standing: Standing;
  readonly status: Status;
  readonly category: Category | null;
  readonly division: string;
  readonly authority: string;
  readonly foundedOn: LegalDate;
  readonly hub: string | null;
  readonly listed: Listed;
}

type FoundRow = FoundOrganization & { id: string; rank: number; length: number };

/** A text that may be a credit code or the beginning of one. */
const CODE = /^[0-9A-Z]{6,18}$/;

/** The columns of each order and what a cursor holds of them; ties go by id. */
const ORDERS: Readonly<
  Record<Sort, { keys: readonly string[]; direction: 'ASC' | 'DESC'; types: readonly ('text' | 'number')[] }>
> = {
  relevance: { keys: ['rank', 'length', 'id'], direction: 'ASC', types: ['number', 'number', 'text'] },
  foundedOn: { keys: ['"foundedOn"', 'id'], direction: 'ASC', types: ['text', 'text'] },
  '-foundedOn': { keys: ['"foundedOn"', 'id'], direction: 'DESC', types: ['text', 'text'] },
};

/** The public search: by part of the name or by code, with filters, the best match first. */
@Injectable()
export class SearchOrganizations {
  constructor(private readonly dataSource: DataSource) {}

  async execute(query: SearchQuery): Promise<Page<FoundOrganization>> {
    const { where, parameters } = conditions(query);
    const { keys, direction, types } = ORDERS[query.sort];
    const after = decodeCursor(query.cursor, types) ?? [];
    const key = nameKey(query.q ?? '');
    const place = (index: number) => `$${parameters.length + 1 + index}`;
    // How good a match is: 0 the very name, 1 its beginning, 2 a part.
    const rank = `CASE WHEN name_key = ${place(0)} THEN 0 WHEN name_key LIKE ${place(1)} THEN 1 ELSE 2 END`;
    const found = `SELECT subject_id::text AS id, credit_code AS "creditCode", name, kind, standing, status, category, division,
        authority, founded_on::text AS "foundedOn", hub, listed, ${rank} AS rank, char_length(name_key) AS length
      FROM disclosure.organization WHERE ${where}`;
    const beyond =
      after.length > 0
        ? `WHERE (${keys.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${keys.map((_, index) => place(2 + index)).join(', ')})`
        : '';
    const rows: FoundRow[] = await this.dataSource.query(
      `SELECT * FROM (${found}) found ${beyond}
        ORDER BY ${keys.map((key) => `${key} ${direction}`).join(', ')} LIMIT ${query.limit + 1}`,
      [...parameters, key, `${escaped(key)}%`, ...after],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM disclosure.organization WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) counted`,
      parameters,
    );
    const keyOf = (row: FoundRow) =>
      query.sort === 'relevance' ? [row.rank, row.length, row.id] : [row.foundedOn, row.id];
    return pageOf(rows, query.limit, count, keyOf, present);
  }
}

function present({ id: _id, rank: _rank, length: _length, ...organization }: FoundRow): FoundOrganization {
  return organization;
}

/** The WHERE of a query and its parameters. */
function conditions(query: SearchQuery): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const where: string[] = ['true'];
  const key = nameKey(query.q ?? '');
  if (key !== '') {
    const pattern = bind(`%${escaped(key)}%`);
    const pairs = bigrams(key);
    const byName = `${pairs.length > 0 ? `name_grams @> ${bind(pairs)}::text[] AND ` : ''}name_key LIKE ${pattern}`;
    const code = normalizeCreditCode(query.q!);
    const byCode = CODE.test(code) ? ` OR credit_code LIKE ${bind(`${code}%`)}` : '';
    where.push(`(${byName}${byCode})`);
  } else if (query.q !== undefined && query.q.trim() !== '') {
    where.push('false');
  }
  for (const column of ['standing', 'kind', 'status', 'hub', 'category', 'listed'] as const) {
    if (query[column] !== undefined) where.push(`${column} = ${bind(query[column])}`);
  }
  for (const column of ['division', 'authority'] as const) {
    if (query[column] !== undefined)
      where.push(`${column} LIKE ${bind(`${divisionPrefix(query[column]) ?? query[column]}%`)}`);
  }
  if (query.foundedFrom !== undefined) where.push(`founded_on >= ${bind(query.foundedFrom)}`);
  if (query.foundedTo !== undefined) where.push(`founded_on <= ${bind(query.foundedTo)}`);
  return { where: where.join(' AND '), parameters };
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
