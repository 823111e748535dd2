import { BufferSource, inspectOfficeFile } from '@app/documents';
import { openTable } from './open-table.js';
import { codesOf, COLUMNS, onlyRowOf, tableOf } from '../testing/table-of.js';
import { Package } from './workbook/package.js';
import { templateOf } from './template.js';

async function partOf(file: Buffer, path: string): Promise<string> {
  const parts = await Package.open(new BufferSource(file));
  const chunks: Buffer[] = [];
  for await (const chunk of parts.read(path)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
/** The validation of a range, from its tag to the next. */
const validationOf = (xml: string, range: string) =>
  xml.split('<dataValidation ').find((element) => element.includes(`sqref="${range}"`)) ?? '';
const sheetOf = async () => partOf(await templateOf(COLUMNS, '名单'), 'xl/worksheets/sheet1.xml');

describe('a template', () => {
  it('is a workbook that the registry takes', async () =>
    expect(await inspectOfficeFile(new BufferSource(await templateOf(COLUMNS, '名单')))).toEqual({ kind: 'XLSX' }));

  it('read back gives its columns and its example', async () => {
    const file = await templateOf(COLUMNS, '名单');
    expect((await tableOf(file)).head.unknownColumns).toEqual([]);
    const { line, values, notes } = await onlyRowOf(file);
    expect(line).toBe(2);
    expect(values).toEqual(Object.fromEntries(COLUMNS.map(({ name, example }) => [name, example])));
    expect(codesOf(notes)).toEqual(['since DATE_SERIAL']);
  });

  it('offers the words of a column with fixed values', async () => {
    const list = validationOf(await sheetOf(), 'E2:E10001');
    expect(list).toContain('type="list"');
    expect(list).toContain("<formula1>'选项'!$A$1:$A$3</formula1>");
    const lists = await partOf(await templateOf(COLUMNS, '选项'), 'xl/worksheets/sheet2.xml');
    expect(lists.match(/[\u4e00-\u9fff（）]+/g)).toEqual(['社会团体', '基金会', '其他（法人）']);
  });

  it('lets only days and whole numbers stand in columns of these', async () => {
    const xml = await sheetOf();
    expect(validationOf(xml, 'C2:C10001')).toContain('type="date"');
    expect(validationOf(xml, 'D2:D10001')).toContain('type="whole"');
  });

  it('keeps the digits of long numbers by the text format', async () =>
    expect(await sheetOf()).toMatch(/<col min="2" max="2" width="\d+" style="1"/));

  it('marks required columns, and says of a column what is to be known', async () => {
    const note = { zh: '按证书填写 <"&>', en: 'As on the certificate' };
    const file = await templateOf([{ ...COLUMNS[0], note }], `'${'长'.repeat(40)}/:`);
    const xml = await partOf(file, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('机构名称*');
    expect(xml).toContain('prompt="按证书填写 &lt;&quot;&amp;&gt;&#10;As on the certificate"');
    expect(await partOf(file, 'xl/workbook.xml')).toContain(
      `<sheet name="${'长'.repeat(30)}" sheetId="1" r:id="rId1"/>`,
    );
  });

  it('takes examples that are no date, a long number and a text of markup', async () => {
    const examples = ['<&>\u0001', '1', '2026-13-01', '1234567890123456789', '没有的'];
    const columns = COLUMNS.map((column, index) => ({ ...column, example: examples[index] }));
    const { rows } = await openTable(new BufferSource(await templateOf(columns, '')), columns);
    const { value } = await rows.next();
    expect(Object.values(value && 'values' in value ? value.values : {})).toEqual(['<&>', ...examples.slice(1)]);
  });

  it('is the same file for the same columns', async () =>
    expect((await templateOf(COLUMNS, 'a')).equals(await templateOf(COLUMNS, 'a'))).toBe(true));
});
