import { cite, violationOf, type Bilingual, type RuleRow, type Violation } from '@app/kernel';

const LAW = '中华人民共和国行政许可法';
/** Materials not in the statutory form: the applicant is told everything that must be put right. */
const FORM = cite(LAW, '第三十二条第一款第(四)项');
/** Materials must be what they say they are. */
const TRUTH = cite(LAW, '第三十一条第一款');

/** The law names no file formats; which ones can be kept and read safely is this system's choice. */
function row(id: string, citation: RuleRow['citation'], zh: string, en: string): RuleRow<Bilingual> {
  return { id, value: { zh, en }, citation, inForceFrom: '2004-07-01', mark: 'DESIGN' };
}

/** Why a file is not taken, by stable code. */
export const FILE_REFUSALS = {
  FILE_EMPTY: row('FILE_EMPTY', FORM, '文件是空的', 'The file is empty'),
  FILE_KIND: row(
    'FILE_KIND',
    FORM,
    '文件内容不是 PDF、JPEG、PNG、DOCX 或 XLSX',
    'By its content the file is none of PDF, JPEG, PNG, DOCX and XLSX',
  ),
  FILE_TRUNCATED: row('FILE_TRUNCATED', FORM, '文件不完整或已损坏', 'The file is incomplete or damaged'),
  FILE_ENCRYPTED: row(
    'FILE_ENCRYPTED',
    FORM,
    '文件设有密码或已加密，无法查阅，请解除后重新上传',
    'The file is encrypted or has a password, so nobody could read it; remove it and upload again',
  ),
  FILE_MACROS: row(
    'FILE_MACROS',
    FORM,
    '文件含有宏或其他可执行内容，请另存为不含宏的文件',
    'The file holds macros or other active content; save it without them',
  ),
  FILE_POLYGLOT: row(
    'FILE_POLYGLOT',
    TRUTH,
    '文件中夹带另一种格式的内容',
    'The file carries content of another format',
  ),
  FILE_PATHS: row(
    'FILE_PATHS',
    TRUTH,
    '文件内部的路径名不安全或重复',
    'Path names inside the file are unsafe or occur twice',
  ),
  FILE_BOMB: row(
    'FILE_BOMB',
    TRUTH,
    '文件展开后过大，或者内部条目过多、相互重叠',
    'The file expands to an excessive size, or has too many or overlapping entries',
  ),
} as const satisfies Record<string, RuleRow<Bilingual>>;

export type FileRefusal = keyof typeof FILE_REFUSALS;

/** Codes as violations of the uploaded file, each once. `seenAs` tells what a file of a wrong kind really is. */
export function refusalsOf(codes: Iterable<FileRefusal>, seenAs?: string): Violation[] {
  return [...new Set(codes)].map((code) => {
    const { zh, en } = FILE_REFUSALS[code].value;
    const named = code === 'FILE_KIND' && seenAs;
    return violationOf(
      FILE_REFUSALS[code],
      '/file',
      named ? `${zh}（识别为 ${seenAs}）` : zh,
      named ? `${en} (it seems to be ${seenAs})` : en,
    );
  });
}
