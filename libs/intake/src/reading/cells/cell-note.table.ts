import type { Bilingual } from '@app/kernel';
import type { CellNote } from '../../domain/table-row.js';

export type NoteCode = CellNote['code'];

/** What a note says. It quotes nothing of the cell, which may hold the number of a person. */
export const CELL_NOTES: Readonly<Record<NoteCode, Bilingual>> = {
  FORMULA: {
    zh: '单元格是公式：没有重新计算，取文件中保存的结果',
    en: 'The cell is a formula: it was not calculated, the result stored in the file was taken',
  },
  FULL_WIDTH: { zh: '全角字符已改为半角', en: 'Full-width characters were changed' },
  DATE_SERIAL: { zh: '日期在表格中以数字保存', en: 'The date is stored as a number' },
  DATE_TEXT: { zh: '日期的写法已统一', en: 'The date was written in another way' },
  NUMBER_TEXT: { zh: '数字的写法已统一', en: 'The number was written in another way' },
  MERGED: {
    zh: '单元格已合并：只有左上角的单元格有内容，其余按空白读取',
    en: 'The cell is merged with others: only the first of them has a value, the others were read as empty',
  },
};
