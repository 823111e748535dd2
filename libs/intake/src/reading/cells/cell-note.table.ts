import type { Bilingual } from '@app/kernel';
import type { CellNote } from '../../domain/table-row.js';

export type NoteCode = CellNote['code'];

/** Enough to recognise what stood in a cell. */
const SHOWN = 40;
const brief = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

function changed(zh: string, en: string): (before: string, after: string) => Bilingual {
  return (before, after) => ({
    zh: `${zh}：“${brief(before)}”按“${brief(after)}”读取`,
    en: `${en}: "${brief(before)}" was read as "${brief(after)}"`,
  });
}

/** What a note says, from what stood in the cell and what was read. */
export const CELL_NOTES: Readonly<Record<NoteCode, (before: string, after: string) => Bilingual>> = {
  FORMULA: () => ({
    zh: '单元格是公式：没有重新计算，取文件中保存的结果',
    en: 'The cell is a formula: it was not calculated, the result stored in the file was taken',
  }),
  FULL_WIDTH: changed('全角字符已改为半角', 'Full-width characters were changed'),
  DATE_SERIAL: changed('日期在表格中以数字保存', 'The date is stored as a number'),
  DATE_TEXT: changed('日期的写法已统一', 'The date was written in another way'),
  NUMBER_TEXT: changed('数字的写法已统一', 'The number was written in another way'),
  MERGED: () => ({
    zh: '单元格已合并：只有左上角的单元格有内容，其余按空白读取',
    en: 'The cell is merged with others: only the first of them has a value, the others were read as empty',
  }),
};
