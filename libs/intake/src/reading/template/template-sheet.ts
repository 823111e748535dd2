import { daysBetween, isLegalDate } from '@app/kernel';
import type { Column } from '../../domain/column.js';
import { plainNumber } from '../cells/plain-number.js';
import { columnLetters } from './column-letters.js';
import { STYLES } from './template-styles.js';
import { MAIN, xmlPart, xmlText } from './xml.js';

/** Longer numbers lose digits when they are stored as such. */
const MAX_DIGITS = 15;
/** Day 0 of the days after February 1900; from then on spreadsheets and the calendar agree. */
const DAY_ZERO = '1899-12-30';
const FIRST_AGREED = '1900-03-01';

/** The sheet that is filled in: header, example, and below them the format of each column. */
export function sheetXml(columns: readonly Column[], validations: string): string {
  const header = columns.map((column, place) => textCell(place, 1, headerOf(column), STYLES.header));
  const example = columns.map((column, place) => exampleCell(column, place));
  return xmlPart(
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columns.map(columnFormat).join('')}</cols>` +
      `<sheetData><row r="1">${header.join('')}</row><row r="2">${example.join('')}</row></sheetData>` +
      `${validations}</worksheet>`,
  );
}

/** A sheet with one column of words for each list. */
export function listsXml(lists: readonly (readonly string[])[]): string {
  const height = Math.max(...lists.map((words) => words.length));
  const rows = Array.from({ length: height }, (_, index) => {
    const cells = lists.flatMap((words, place) =>
      index < words.length ? [textCell(place, index + 1, words[index], STYLES.TEXT)] : [],
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return xmlPart(`<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`);
}

function headerOf({ title, required }: Column): string {
  return required ? `${title.zh}*` : title.zh;
}

function columnFormat(column: Column, place: number): string {
  const at = place + 1;
  // A Chinese character is as wide as two others.
  const width = Math.min(60, 4 + 2 * Math.max(headerOf(column).length, column.example.length / 2));
  const style = STYLES[column.values ? 'TEXT' : column.type];
  return `<col min="${at}" max="${at}" width="${Math.ceil(width)}" style="${style}" customWidth="1"/>`;
}

function exampleCell({ type, example, values }: Column, place: number): string {
  if (values) return textCell(place, 2, Object.hasOwn(values, example) ? values[example] : example, STYLES.TEXT);
  const digits = type === 'NUMBER' ? plainNumber(example) : undefined;
  if (digits !== undefined && digits.length <= MAX_DIGITS) return numberCell(place, digits, STYLES.NUMBER);
  if (type === 'DATE' && isLegalDate(example) && example >= FIRST_AGREED) {
    return numberCell(place, String(daysBetween(DAY_ZERO, example)), STYLES.DATE);
  }
  return textCell(place, 2, example, STYLES.TEXT);
}

function numberCell(place: number, digits: string, style: number): string {
  return `<c r="${columnLetters(place)}2" s="${style}"><v>${digits}</v></c>`;
}

function textCell(place: number, line: number, text: string, style: number): string {
  const content = `<is><t xml:space="preserve">${xmlText(text)}</t></is>`;
  return `<c r="${columnLetters(place)}${line}" s="${style}" t="inlineStr">${content}</c>`;
}
