import { covers } from '@app/access';
import {
  cite,
  isCivilAffairs,
  isLegalDate,
  kindOfCode,
  parseCreditCode,
  type Bilingual,
  type LegalDate,
  type ParsedCreditCode,
} from '@app/kernel';
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

/** A row as the rules see it: cleaned, with what its code, kind and status mean. */
interface Facts {
  readonly value: ImportRow;
  readonly code: ParsedCreditCode;
  readonly kind?: Kind;
  readonly status?: Status;
  readonly divisions: ReadonlySet<string>;
  readonly today: LegalDate;
}

/** Judges one row, all defects at once. `divisions` are the known codes; `today` bounds the founding day. */
export function judgeImportRow(row: ImportRow, divisions: ReadonlySet<string>, today: LegalDate): ImportJudgement {
  const value = cleaned(row);
  const code = parseCreditCode(value.creditCode);
  const kind = kindNamed(value.kind);
  const status = statusNamed(value.status);
  const facts = { value, code, kind, status, divisions, today };
  const defects = [codeDefects, missingValues, badTexts, kindDefects, placeDefects, dayDefects].flatMap((rule) =>
    rule(facts),
  );
  const warnings = oddities(facts);
  if (defects.length > 0 || !code.ok || !kind || !status) return { defects, warnings };
  const { name, division, foundedOn } = value;
  const organization = {
    creditCode: code.code,
    authority: code.parts.authority,
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

function codeDefects({ code, divisions }: Facts): ImportRemark[] {
  if (!code.ok) {
    return code.defects.map((defect) => ({
      column: 'creditCode',
      code: `CREDIT_CODE_${defect.code}`,
      message: defect.message,
    }));
  }
  if (!isCivilAffairs(code.parts)) {
    return [
      remark(
        'creditCode',
        'NOT_CIVIL_AFFAIRS',
        '不是民政部门登记的社会组织代码',
        'Not a code of a civil-affairs register',
      ),
    ];
  }
  const { authority } = code.parts;
  if (divisions.has(authority)) return [];
  return [
    remark(
      'creditCode',
      'AUTHORITY_UNKNOWN',
      `登记机关区划${authority}不存在`,
      'The registrar’s division does not exist',
    ),
  ];
}

function missingValues({ value }: Facts): ImportRemark[] {
  const required = ['name', 'kind', 'division', 'foundedOn', 'status'] as const;
  return required
    .filter((column) => value[column] === '')
    .map((column) => remark(column, 'REQUIRED', '必填', 'Required'));
}

function badTexts({ value }: Facts): ImportRemark[] {
  return (Object.entries(MAX_LENGTH) as [ImportColumn, number][]).flatMap(([column, most]) => [
    ...(value[column].length > most
      ? [remark(column, 'TOO_LONG', `超过${most}个字符`, `More than ${most} characters`)]
      : []),
    ...(/\p{Cc}/u.test(value[column])
      ? [remark(column, 'CONTROL_CHARACTER', '含有控制字符', 'Holds a control character')]
      : []),
  ]);
}

function kindDefects({ value, code, kind, status }: Facts): ImportRemark[] {
  const found: ImportRemark[] = [];
  const said = code.ok ? kindOfCode(code.parts) : undefined;
  if (value.kind !== '' && !kind) found.push(remark('kind', 'KIND_UNKNOWN', '没有此类型', 'No such kind'));
  if (kind && said && kind !== said) {
    found.push(remark('kind', 'KIND_AGAINST_CODE', `与代码不符，代码为${KIND_NAMES[said]}`, `The code says ${said}`));
  }
  if (value.status !== '' && !status) found.push(remark('status', 'STATUS_UNKNOWN', '没有此状态', 'No such status'));
  return found;
}

function placeDefects({ value: { division }, divisions }: Facts): ImportRemark[] {
  if (division === '' || divisions.has(division)) return [];
  return [remark('division', 'DIVISION_UNKNOWN', '没有此行政区划', 'No such division')];
}

function dayDefects({ value: { foundedOn }, today }: Facts): ImportRemark[] {
  if (foundedOn === '') return [];
  if (!isLegalDate(foundedOn))
    return [remark('foundedOn', 'DATE', '日期应为YYYY-MM-DD', 'The date must be YYYY-MM-DD')];
  if (foundedOn <= today) return [];
  return [remark('foundedOn', 'DATE_IN_FUTURE', '成立日期晚于今日', 'The founding day lies in the future')];
}

/** What an old register may well lack or have otherwise: taken, and said. */
function oddities({ value, code }: Facts): ImportRemark[] {
  const items = ['legalRepresentative', 'residence', 'scope'] as const;
  const missing = items.filter((column) => value[column] === '');
  const outside = code.ok && value.division !== '' && !covers(code.parts.authority, value.division);
  return [
    ...missing.map((column) => remark(column, 'MISSING', '登记事项缺失', 'A registered item is missing')),
    ...(outside
      ? [
          remark(
            'division',
            'DIVISION_AGAINST_CODE',
            '所在地不在登记机关区划内',
            'It sits outside its registrar’s division',
          ),
        ]
      : []),
  ];
}

function remark(column: ImportColumn, code: string, zh: string, en: string): ImportRemark {
  return { column, code, message: { zh, en } };
}

function cleaned(row: ImportRow): ImportRow {
  const values = IMPORT_COLUMNS.map((column) => [column, (row[column] ?? '').normalize('NFC').trim()]);
  return Object.fromEntries(values) as ImportRow;
}

function kindNamed(text: string): Kind | undefined {
  if (text === '民办非企业单位' || text === '社会服务机构') return 'SOCIAL_SERVICE_INSTITUTION';
  return KINDS.find((kind) => kind === text || KIND_NAMES[kind] === text);
}

function statusNamed(text: string): Status | undefined {
  return STATUSES.find((status) => status === text) ?? STATUS_NAMES[text];
}
