import type { ColumnType } from '../../domain/column.js';
import { MAIN, xmlPart } from './xml.js';

/** The styles of a template by their number in the list below. Text keeps the digits of long numbers. */
export const STYLES: Readonly<Record<ColumnType | 'header', number>> = { TEXT: 1, DATE: 2, NUMBER: 3, header: 4 };

/** The styles part: general, text, date, whole number, and the bold text of the header. */
export function stylesXml(): string {
  const xf = (format: number, font = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  return xmlPart(
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
      '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="5">${xf(0)}${xf(49)}${xf(164)}${xf(1)}${xf(49, 1)}</cellXfs></styleSheet>`,
  );
}
