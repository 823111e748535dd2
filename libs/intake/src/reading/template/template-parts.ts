import { MAIN, OFFICE_RELATIONSHIPS, xmlPart, xmlText } from './xml.js';

const OPEN_PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationships = (elements: string) =>
  xmlPart(`<Relationships xmlns="${OPEN_PACKAGE}/relationships">${elements}</Relationships>`);
const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`;

/**
 * The parts of a workbook that hold it together, by path: what each part is, and which sheets there are in which order.
 * All sheets but the first are hidden.
 */
export function frameParts(sheetNames: readonly string[]): Record<string, string> {
  const sheets = sheetNames.map((name, index) => ({ name, number: index + 1 }));
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  return {
    '[Content_Types].xml': xmlPart(
      `<Types xmlns="${OPEN_PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        override('workbook', 'sheet.main') +
        override('styles', 'styles') +
        `${sheets.map(({ number }) => override(`worksheets/sheet${number}`, 'worksheet')).join('')}</Types>`,
    ),
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': xmlPart(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><sheets>${sheets.map(sheetElement).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      sheets.map(({ number }) => relationship(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)).join('') +
        relationship(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
    ),
  };
}

function sheetElement({ name, number }: { name: string; number: number }): string {
  const state = number > 1 ? ' state="hidden"' : '';
  return `<sheet name="${xmlText(name)}" sheetId="${number}"${state} r:id="rId${number}"/>`;
}
