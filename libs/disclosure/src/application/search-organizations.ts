import { Injectable } from '@nestjs/common';
import { divisionPrefix } from '@app/access';
import { nameKey, normalizeCreditCode, type LegalDate } from '@app/kernel';
import { type Page, Reads, type SortKey } from '@app/platform';
import type { Category, RecordedKind, RecordedStatus, Standing } from '@app/register';
import { bigrams } from '../domain/bigrams.js';

export type Sort = 'relevance' | 'foundedOn' | '-foundedOn';
export type Listed = 'NONE' | 'ABNORMAL' | 'SERIOUS';

export interface SearchQuery {
  readonly q?: string;
  readonly standing?: Standing;
  readonly kind?: RecordedKind;
  readonly status?: RecordedStatus;
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
  /** Of a legal person. */
  readonly creditCode: string | null;
  /** Of a filed group. */
  readonly filingNumber: string | null;
  readonly name: string;
  readonly kind: RecordedKind;
  readonly standing: Standing;
  readonly status: RecordedStatus;
  readonly category: Category | null;
  readonly division: string;
  readonly authority: string;
  readonly foundedOn: LegalDate;
  readonly hub: string | null;
  readonly listed: Listed;
}

/** A text that may be a credit code or the beginning of one. */
const CODE = /^[0-9A-Z]{6,18}$/;

const COLUMNS = `credit_code AS "creditCode", filing_number AS "filingNumber", name, kind, standing, status, category, division, authority,
  founded_on::text AS "foundedOn", hub, listed`;

const BY_FOUNDING: readonly SortKey[] = [
  { sql: 'founded_on', type: 'date' },
  { sql: 'subject_id', type: 'uuid' },
];

/** The very name first, then what begins with it, then what contains it; shorter before longer. */
function relevance(parameters: number): readonly SortKey[] {
  const [name, beginning] = [`$${parameters + 1}::text`, `$${parameters + 2}::text`];
  return [
    { sql: `CASE WHEN name_key = ${name} THEN 0 WHEN name_key LIKE ${beginning} THEN 1 ELSE 2 END`, type: 'integer' },
    { sql: 'char_length(name_key)', type: 'integer' },
    { sql: 'subject_id', type: 'uuid' },
  ];
}

/** The public search: by part of the name or by code, with filters, the best match first. */
@Injectable()
export class SearchOrganizations {
  constructor(private readonly reads: Reads) {}

  async execute(query: SearchQuery): Promise<Page<FoundOrganization>> {
    const { where, parameters } = conditions(query);
    const key = nameKey(query.q ?? '');
    const byRelevance = query.sort === 'relevance';
    return this.reads.page(
      {
        columns: COLUMNS,
        from: 'disclosure.organization',
        where,
        parameters,
        keys: byRelevance ? relevance(parameters.length) : BY_FOUNDING,
        keyParameters: byRelevance ? [key, `${escaped(key)}%`] : [],
        descending: query.sort === '-foundedOn',
      },
      query,
    );
  }
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
    const byCode = CODE.test(code)
      ? ` OR credit_code LIKE ${bind(`${code}%`)} OR filing_number LIKE ${bind(`${code}%`)}`
      : '';
    where.push(`(${byName}${byCode})`);
  } else if (query.q !== undefined && query.q.trim() !== '') {
    where.push('false');
  }
  for (const column of ['standing', 'kind', 'status', 'authority', 'hub', 'category', 'listed'] as const) {
    if (query[column] !== undefined) where.push(`${column} = ${bind(query[column])}`);
  }
  if (query.division !== undefined) {
    where.push(`division LIKE ${bind(`${divisionPrefix(query.division) ?? query.division}%`)}`);
  }
  if (query.foundedFrom !== undefined) where.push(`founded_on >= ${bind(query.foundedFrom)}`);
  if (query.foundedTo !== undefined) where.push(`founded_on <= ${bind(query.foundedTo)}`);
  return { where: where.join(' AND '), parameters };
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
