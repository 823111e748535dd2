import { isLegalDate } from '@app/kernel';
import type { Column } from './column.js';
import type { RowRemark, SheetRow } from './sheet.js';

/** A cell with more characters than this is no answer to any question that a column asks. */
const MOST_CHARACTERS = 4_000;

/** What is wrong with the cells of a row, whatever they are about: all at once. */
export function cellDefects({ values }: SheetRow, columns: readonly Column[]): RowRemark[] {
  return columns.flatMap((column) => {
    const text = values[column.name] ?? '';
    if (text === '') return column.required ? [remark(column, 'REQUIRED', '必填', 'Required')] : [];
    return contentDefects(column, text);
  });
}

function contentDefects(column: Column, text: string): RowRemark[] {
  if (text.length > MOST_CHARACTERS) {
    return [remark(column, 'TOO_LONG', `超过${MOST_CHARACTERS}个字符`, `More than ${MOST_CHARACTERS} characters`)];
  }
  if (!isPlain(text)) {
    return [remark(column, 'CONTROL_CHARACTER', '含有控制字符', 'Holds a control character')];
  }
  if (column.values !== undefined && !Object.hasOwn(column.values, text)) {
    const words = Object.values(column.values).join('、');
    return [remark(column, 'VALUE_UNKNOWN', `应为：${words}`, `One of: ${Object.keys(column.values).join(', ')}`)];
  }
  if (column.type === 'NUMBER' && !/^\d{1,9}$/.test(text)) {
    return [remark(column, 'NUMBER', '应为非负整数', 'A whole number, not negative')];
  }
  if (column.type === 'DATE' && !isLegalDate(text)) {
    return [remark(column, 'DATE', '日期应为YYYY-MM-DD', 'The date must be YYYY-MM-DD')];
  }
  return [];
}

/** Without control characters, and without what no database keeps: a zero, half of a pair of surrogates. */
function isPlain(text: string): boolean {
  return !/[^\P{Cc}\n\r\t]|\p{Surrogate}/u.test(text);
}

/** A row with its cells emptied that are no text at all: what is about the row can be asked all the same. */
export function plainRow({ line, values }: SheetRow): SheetRow {
  const kept = Object.entries(values).map(([column, text]) => {
    return [column, isPlain(text) && text.length <= MOST_CHARACTERS ? text : ''];
  });
  return { line, values: Object.fromEntries(kept) as SheetRow['values'] };
}

function remark(column: Column, code: string, zh: string, en: string): RowRemark {
  return { column: column.name, code, message: { zh: `${column.title.zh}：${zh}`, en } };
}
