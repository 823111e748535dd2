import { cite, isLegalDate, kindOfCode, parseCreditCode, type Bilingual, type LegalDate } from '@app/kernel';
import { KIND_NAMES, KINDS, STATUSES, type Kind, type Status } from './vocabulary.js';

/** The columns of an import file, in order (UTF-8, with this header). */
export const IMPORT_COLUMNS = [
  'creditCode',
  'name',
  'kind',
  'division',
  'foundedOn',
  'legalRepresentative',
  'residence',
  'scope',
  'status',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];
export type ImportRow = Readonly<Record<ImportColumn, string>>;

/** Why a row is refused, or what is odd about one that is taken. */
export interface ImportRemark {
  /** Absent when it is the row as a whole. */
  readonly column?: ImportColumn;
  readonly code: string;
  readonly message: Bilingual;
}

export interface ImportedOrganization {
  readonly creditCode: string;
  readonly authority: string;
  readonly name: string;
  readonly kind: Kind;
  readonly division: string;
  readonly foundedOn: LegalDate;
  readonly legalRepresentative?: string;
  readonly residence?: string;
  readonly scope?: string;
  readonly status: Status;
}

export interface ImportJudgement {
  readonly organization?: ImportedOrganization;
  readonly defects: readonly ImportRemark[];
  readonly warnings: readonly ImportRemark[];
}

/** What an imported registration rests on: the code it was registered under. */
export const IMPORT_GROUND = cite('GB 32100-2015 法人和其他组织统一社会信用代码编码规则', '4');

const STATUS_NAMES: Readonly<Record<string, Status>> = {
  正常: 'ACTIVE',
  限期停止活动: 'SUSPENDED',
  清算: 'LIQUIDATING',
  注销: 'DEREGISTERED',
  撤销登记: 'ANNULLED',
  吊销: 'REVOKED',
};
const MAX_LENGTH: Readonly<Partial<Record<ImportColumn, number>>> = {
  name: 100,
  legalRepresentative: 60,
  residence: 200,
  scope: 2_000,
};

/** Judges one row, all defects at once. `divisions` are the known codes; `today` bounds the founding day. */
export function judgeImportRow(row: ImportRow, divisions: ReadonlySet<string>, today: LegalDate): ImportJudgement {
  const defects: ImportRemark[] = [];
  const warnings: ImportRemark[] = [];
  const refuse = (column: ImportColumn, code: string, zh: string, en: string) =>
    defects.push({ column, code, message: { zh, en } });
  const value = Object.fromEntries(
    IMPORT_COLUMNS.map((column) => [column, (row[column] ?? '').normalize('NFC').trim()]),
  ) as ImportRow;

  const parsed = parseCreditCode(value.creditCode);
  const kindOfTheCode = parsed.ok ? kindOfCode(parsed.parts) : undefined;
  if (!parsed.ok) {
    for (const { code, message } of parsed.defects)
      defects.push({ column: 'creditCode', code: `CREDIT_CODE_${code}`, message });
  } else if (!kindOfTheCode) {
    refuse(
      'creditCode',
      'NOT_CIVIL_AFFAIRS',
      '不是民政部门登记的社会组织代码',
      'Not a code of a civil-affairs register',
    );
  } else if (!divisions.has(parsed.parts.authority)) {
    refuse(
      'creditCode',
      'AUTHORITY_UNKNOWN',
      `登记机关区划${parsed.parts.authority}不存在`,
      'The registrar’s division does not exist',
    );
  }
  for (const column of ['name', 'kind', 'division', 'foundedOn', 'status'] as const) {
    if (value[column] === '') refuse(column, 'REQUIRED', '必填', 'Required');
  }
  for (const [column, most] of Object.entries(MAX_LENGTH) as [ImportColumn, number][]) {
    if (value[column].length > most) refuse(column, 'TOO_LONG', `超过${most}个字符`, `More than ${most} characters`);
    if (/\p{Cc}/u.test(value[column])) refuse(column, 'CONTROL_CHARACTER', '含有控制字符', 'Holds a control character');
  }
  const kind = kindNamed(value.kind);
  if (value.kind !== '' && !kind) refuse('kind', 'KIND_UNKNOWN', '没有此类型', 'No such kind');
  if (kind && kindOfTheCode && kind !== kindOfTheCode) {
    refuse(
      'kind',
      'KIND_AGAINST_CODE',
      `与代码不符，代码为${KIND_NAMES[kindOfTheCode]}`,
      `The code says ${kindOfTheCode}`,
    );
  }
  if (value.division !== '' && !divisions.has(value.division))
    refuse('division', 'DIVISION_UNKNOWN', '没有此行政区划', 'No such division');
  if (value.foundedOn !== '' && !isLegalDate(value.foundedOn))
    refuse('foundedOn', 'DATE', '日期应为YYYY-MM-DD', 'The date must be YYYY-MM-DD');
  else if (value.foundedOn > today)
    refuse('foundedOn', 'DATE_IN_FUTURE', '成立日期晚于今日', 'The founding day lies in the future');
  const status = statusNamed(value.status);
  if (value.status !== '' && !status) refuse('status', 'STATUS_UNKNOWN', '没有此状态', 'No such status');

  for (const column of ['legalRepresentative', 'residence', 'scope'] as const) {
    if (value[column] === '')
      warnings.push({ column, code: 'MISSING', message: { zh: '登记事项缺失', en: 'A registered item is missing' } });
  }
  if (parsed.ok && value.division !== '' && !value.division.startsWith(withoutZeros(parsed.parts.authority))) {
    warnings.push({
      column: 'division',
      code: 'DIVISION_AGAINST_CODE',
      message: { zh: '所在地不在登记机关区划内', en: 'It sits outside its registrar’s division' },
    });
  }
  if (defects.length > 0 || !parsed.ok || !kind || !status) return { defects, warnings };
  const { name, division, foundedOn } = value;
  const organization: ImportedOrganization = {
    creditCode: parsed.code,
    authority: parsed.parts.authority,
    name,
    kind,
    division,
    foundedOn,
    legalRepresentative: value.legalRepresentative || undefined,
    residence: value.residence || undefined,
    scope: value.scope || undefined,
    status,
  };
  return { organization, defects, warnings };
}

function kindNamed(text: string): Kind | undefined {
  if (text === '民办非企业单位' || text === '社会服务机构') return 'SOCIAL_SERVICE_INSTITUTION';
  return KINDS.find((kind) => kind === text || KIND_NAMES[kind] === text);
}

function statusNamed(text: string): Status | undefined {
  return STATUSES.find((status) => status === text) ?? STATUS_NAMES[text];
}

/** 110000 -> 11: what every division below begins with; the ministry's 100000 takes in all. */
function withoutZeros(authority: string): string {
  return authority === '100000' ? '' : authority.replace(/(00){1,2}$/, '');
}
