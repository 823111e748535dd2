import type { Column } from '../domain/column.js';
import { columnLetters } from './template/column-letters.js';
import { pack } from './template/pack.js';
import { sheetNameOf } from './template/sheet-names.js';
import { frameParts } from './template/template-parts.js';
import { listsXml, sheetXml } from './template/template-sheet.js';
import { stylesXml } from './template/template-styles.js';
import { validationsXml } from './template/template-validations.js';

/** Hidden: the words from which a cell may be chosen. Their names may hold commas, and be more than fit in a formula. */
const LISTS = '选项';
const LISTS_BESIDE = '选项2';

/**
 * A workbook to fill in: the header of these columns, an example row, and for the rows below the format of each column,
 * the words to choose from and what is to be known of it. `openTable` reads it back.
 */
export function templateOf(columns: readonly Column[], sheetName: string): Promise<Buffer> {
  const name = sheetNameOf(sheetName);
  const listsName = name === LISTS ? LISTS_BESIDE : LISTS;
  const listed = columns.flatMap((column) => (column.values ? [{ column, words: Object.values(column.values) }] : []));
  const ranges = new Map(
    listed.map(({ column, words }, place) => {
      const letters = columnLetters(place);
      return [column, `'${listsName}'!$${letters}$1:$${letters}$${words.length}`];
    }),
  );
  return pack({
    ...frameParts(listed.length > 0 ? [name, listsName] : [name]),
    'xl/styles.xml': stylesXml(),
    'xl/worksheets/sheet1.xml': sheetXml(columns, validationsXml(columns, ranges)),
    ...(listed.length > 0 ? { 'xl/worksheets/sheet2.xml': listsXml(listed.map(({ words }) => words)) } : {}),
  });
}
