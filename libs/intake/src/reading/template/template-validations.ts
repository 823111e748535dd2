import type { Column } from '../../domain/column.js';
import { columnLetters } from './column-letters.js';
import { xmlText } from './xml.js';

/** The rows below the header that the template looks after. */
const FIRST_ROW = 2;
const LAST_ROW = 10_001;
/** So much Excel shows of a prompt and of its title. */
const MAX_PROMPT = 255;
const MAX_TITLE = 32;
/** The first and the last day, and the largest whole number, that a spreadsheet stores without loss. */
const DAYS = [1, 2_958_465];
const LARGEST = 999_999_999_999_999;

/**
 * What a spreadsheet lets stand in each column, and what it says of the column when somebody stands in it.
 * @param lists where the words of a column with fixed values stand, e.g. `lists!$A$1:$A$3`
 */
export function validationsXml(columns: readonly Column[], lists: ReadonlyMap<Column, string>): string {
  const elements = columns.flatMap((column, place) => {
    const rule = ruleOf(column, lists.get(column));
    if (!rule && !column.note) return [];
    const letters = columnLetters(place);
    const range = `sqref="${letters}${FIRST_ROW}:${letters}${LAST_ROW}"`;
    return [
      `<dataValidation ${rule?.type ?? ''}allowBlank="1" ${messagesOf(column)}${range}>${rule?.bounds ?? ''}</dataValidation>`,
    ];
  });
  return elements.length > 0
    ? `<dataValidations count="${elements.length}">${elements.join('')}</dataValidations>`
    : '';
}

function ruleOf({ type }: Column, list: string | undefined): { type: string; bounds: string } | undefined {
  if (list) return { type: 'type="list" ', bounds: `<formula1>${xmlText(list)}</formula1>` };
  if (type === 'DATE') return between('date', DAYS[0], DAYS[1]);
  if (type === 'NUMBER') return between('whole', -LARGEST, LARGEST);
  return undefined;
}

function between(type: string, from: number, to: number): { type: string; bounds: string } {
  return {
    type: `type="${type}" operator="between" `,
    bounds: `<formula1>${from}</formula1><formula2>${to}</formula2>`,
  };
}

function messagesOf({ title, note }: Column): string {
  const error =
    'showErrorMessage="1" errorTitle="填写有误 Not accepted" ' +
    'error="请按本列的要求填写。 Please enter what this column takes." ';
  if (!note) return error;
  const promptTitle = xmlText(title.zh.slice(0, MAX_TITLE));
  return `${error}showInputMessage="1" promptTitle="${promptTitle}" prompt="${xmlText(`${note.zh}\n${note.en}`.slice(0, MAX_PROMPT))}" `;
}
