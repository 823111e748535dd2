import { BufferSource } from '@app/documents';
import { RuleViolated } from '@app/kernel';
import type { Column } from '../domain/column.js';
import type { CellNote, TableHead, TableRow } from '../domain/table-row.js';
import { openTable } from '../reading/open-table.js';

const column = <Name extends string>(name: Name, zh: string, more: Partial<Column> = {}): Column<Name> => ({
  type: 'TEXT',
  required: false,
  example: '',
  ...more,
  name,
  title: { zh, en: name.toUpperCase() },
});

/** Columns of each type, two of them required. */
export const COLUMNS = [
  column('name', '机构名称', { required: true, example: '甲乙丙协会' }),
  column('code', '统一代码', { required: true, example: '000123456789012345' }),
  column('since', '成立日期', { type: 'DATE', example: '2026-01-02' }),
  column('members', '会员数', { type: 'NUMBER', example: '12' }),
  column('kind', '类型', { values: { SOCIETY: '社会团体', FUND: '基金会', OTHER: '其他（法人）' }, example: 'FUND' }),
] as const satisfies readonly Column[];

export type Name = (typeof COLUMNS)[number]['name'];
export const HEADER = ['机构名称*', '统一代码*', '成立日期', '会员数', '类型'] as const;

export interface WholeTable {
  readonly head: TableHead;
  readonly rows: TableRow<Name>[];
}

/** Reads a file to its end. */
export async function tableOf(bytes: Buffer | string): Promise<WholeTable> {
  const { head, rows } = await openTable<Name>(new BufferSource(Buffer.from(bytes)), COLUMNS);
  const all: TableRow<Name>[] = [];
  for await (const row of rows) all.push(row);
  return { head, rows: all };
}

/** The only row of a file, which must be a sound one. */
export async function onlyRowOf(bytes: Buffer | string): Promise<Exclude<TableRow<Name>, { broken: unknown }>> {
  const { rows } = await tableOf(bytes);
  if (rows.length !== 1 || 'broken' in rows[0]) throw new Error(`not one row but ${JSON.stringify(rows)}`);
  return rows[0];
}

/** The codes with which a file is refused; none when it is not. */
export async function refusalOf(bytes: Buffer | string): Promise<string[]> {
  return (await violationsOf(bytes)).map(({ code }) => code);
}

export async function violationsOf(bytes: Buffer | string): Promise<RuleViolated['violations']> {
  try {
    await tableOf(bytes);
    return [];
  } catch (error) {
    if (error instanceof RuleViolated) return error.violations;
    throw error;
  }
}

/** Notes as `column code`. */
export function codesOf(notes: readonly CellNote<Name>[]): string[] {
  return notes.map(({ column: name, code }) => `${name} ${code}`);
}
