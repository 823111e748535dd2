import { refusalsOf, type FileRefusal } from '@app/documents';
import { cite, RuleViolated, violationOf, type Bilingual, type RuleRow, type Violation } from '@app/kernel';

/** Materials not in the form they must have: the sender is told everything that must be put right. */
const FORM = cite('中华人民共和国行政许可法', '第三十二条第一款第(四)项');

/** The law names no form of a table; which ones can be read safely is this system's choice. */
function row(id: string, zh: string, en: string): RuleRow<Bilingual> {
  return { id, value: { zh, en }, citation: FORM, inForceFrom: '2004-07-01', mark: 'DESIGN' };
}

/** Why a table is not taken as a whole, by stable code. */
export const TABLE_REFUSALS = {
  TABLE_KIND: row(
    'TABLE_KIND',
    '文件不是可以读取的表格，请使用 .xlsx 工作簿或者 CSV 文件',
    'The file is no table that can be read; use an .xlsx workbook or a CSV file',
  ),
  TABLE_HEADER: row('TABLE_HEADER', '表头不符合模板', 'The header is not that of the template'),
  TABLE_HEADER_TWICE: row('TABLE_HEADER_TWICE', '表头中同一列出现多次', 'The header has one column more than once'),
  TABLE_TOO_WIDE: row('TABLE_TOO_WIDE', '表格的列过多', 'The table has too many columns'),
  TABLE_EMPTY: row('TABLE_EMPTY', '表格没有数据行', 'The table has no rows'),
  TABLE_TOO_LARGE: row('TABLE_TOO_LARGE', '表格内容过多', 'The table holds too much'),
} as const satisfies Record<string, RuleRow<Bilingual>>;

export type TableRefusal = keyof typeof TABLE_REFUSALS;

/** One defect of a table as a whole; `reason` says what it is in this file. */
export function tableViolation(code: TableRefusal, reason?: Bilingual): Violation {
  const { zh, en } = TABLE_REFUSALS[code].value;
  return violationOf(
    TABLE_REFUSALS[code],
    '/file',
    reason ? `${zh}：${reason.zh}` : zh,
    reason ? `${en}: ${reason.en}` : en,
  );
}

/** The error to throw for a table that has one defect as a whole. */
export function tableRefused(code: TableRefusal, reason?: Bilingual): RuleViolated {
  return new RuleViolated([tableViolation(code, reason)]);
}

/** The error to throw for a file that the rules for every file refuse, e.g. because it ends too early. */
export function fileRefused(...codes: FileRefusal[]): RuleViolated {
  return new RuleViolated(refusalsOf(codes));
}
