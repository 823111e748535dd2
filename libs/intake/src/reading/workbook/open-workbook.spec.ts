import { codesOf, HEADER, onlyRowOf, tableOf } from '../../testing/table-of.js';
import { cell, number, row, workbookOf, type WorkbookOptions } from '../../testing/workbook-builder.js';

const header = row(...HEADER);
const sheet = (rows: string, more: Partial<WorkbookOptions> = {}) => workbookOf({ ...more, rows: header + rows });

describe('a workbook', () => {
  it('is read with what was changed in it', async () => {
    const file = await sheet(row(' 甲 ', number('9.1E2'), number(46_024, 1), '１２', '基金会'));
    const { line, values, notes } = await onlyRowOf(file);
    expect(line).toBe(2);
    expect(values).toEqual({ name: '甲', code: '910', since: '2026-01-02', members: '12', kind: 'FUND' });
    expect(codesOf(notes)).toEqual(['since DATE_SERIAL', 'members FULL_WIDTH']);
  });

  it('says that it is one', async () =>
    expect((await tableOf(await sheet(''))).head).toEqual({ format: 'XLSX', encoding: null, unknownColumns: [] }));

  it('has its texts in shared strings, of runs and without reading aids', async () => {
    const strings =
      '<si><t>甲</t></si><si><r><rPr><b/></rPr><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r>' +
      '<rPh sb="0" eb="1"><t>おつ</t></rPh></si><si><t>a_x000D_\nb&amp;<![CDATA[<c>]]></t></si><si/>';
    const shared = (index: string) => cell(`<c t="s"><v>${index}</v></c>`);
    const { rows } = await tableOf(
      await sheet(row(shared('0'), shared('1')) + row(shared('2'), shared('3')) + row('a', shared('4')), { strings }),
    );
    expect(rows).toMatchObject([
      { values: { name: '甲', code: '乙 丙' } },
      { values: { name: 'a\r\nb&<c>', code: '' } },
      { line: 4, broken: { zh: '单元格引用的文本在文件中不存在' } },
    ]);
  });

  it('gives the stored values of formulas, and says so', async () => {
    const file = await sheet(
      row(
        cell('<c t="str"><f>A9&amp;"x"</f><v>甲</v></c>'),
        cell('<c><f>1+1</f><v>2</v></c>'),
        cell('<c><f t="shared" si="0"/></c>'),
      ),
    );
    const { values, notes } = await onlyRowOf(file);
    expect(values).toMatchObject({ name: '甲', code: '2', since: '' });
    expect(codesOf(notes)).toEqual(['name FORMULA', 'code FORMULA', 'since FORMULA']);
  });

  it('gives errors, truth values and days as they are shown', async () => {
    const file = await sheet(
      row(
        cell('<c t="e"><v>#N/A</v></c>'),
        cell('<c t="b"><v>1</v></c>'),
        cell('<c t="d"><v>2026-01-02T00:00:00</v></c>'),
      ),
    );
    expect((await onlyRowOf(file)).values).toMatchObject({ name: '#N/A', code: 'TRUE', since: '2026-01-02' });
  });

  it.each([
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]e\\年;@', false],
    ['mm:ss', true],
    ['0.00"yd"', false],
    ['[Red]0_d', false],
    ['General', false],
  ])('with the format %s shows a date: %s', async (format, dated) => {
    const styles =
      `<numFmts><numFmt numFmtId="170" formatCode="${format.replaceAll('"', '&quot;')}"/></numFmts>` +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
    const { values } = await onlyRowOf(await sheet(row('a', '1', number(10_000, 1)), { styles }));
    expect(values.since).toBe(dated ? '1927-05-18' : '10000');
  });

  it('may count its days from 1904', async () => {
    const file = await sheet(row('a', '1', number(44_562, 1)), { from1904: true });
    expect((await onlyRowOf(file)).values.since).toBe('2026-01-02');
  });

  it('may leave rows and cells out, and have empty ones', async () => {
    const rows =
      '<row r="7"><c r="B7" t="inlineStr"><is><t>1</t></is></c><c r="D7"><v>5</v></c></row><row r="8"/>' +
      '<row r="9"><c r="A9" s="1"/><c r="B9" t="inlineStr"><is><t> </t></is></c></row><row><c><v>3</v></c></row>';
    expect((await tableOf(await sheet(rows))).rows).toMatchObject([
      { line: 7, values: { name: '', code: '1', since: '', members: '5' } },
      { line: 10, values: { name: '3' } },
    ]);
  });

  it.each([
    ['a row that occurs twice', '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>', 2],
    ['a row out of order', '<row r="5"><c><v>1</v></c></row><row r="3"><c><v>1</v></c></row>', 3],
    ['a row beyond every sheet', '<row r="5"><c><v>1</v></c></row><row r="1048577"/>', 6],
  ])('with %s loses that row', async (_title, rows, line) => {
    const found = (await tableOf(await sheet(rows))).rows;
    expect(found).toMatchObject([{ values: { name: '1' } }, { line, broken: { zh: '行号无效、重复或者顺序颠倒' } }]);
  });

  it.each([
    '<c r="A2"/><c r="A2"/>',
    '<c r="B2"/><c r="A2"/>',
    '<c r="A3"/>',
    '<c r="XFE2"/>',
    '<c r="2"/>',
    '<c r=""/>',
  ])('with the cells %s loses the row', async (cells) => {
    const { rows } = await tableOf(await sheet(`<row r="2">${cells}</row>`));
    expect(rows).toMatchObject([{ line: 2, broken: { zh: '单元格的位置无效、重复或者顺序颠倒' } }]);
  });

  it('takes the value of joined cells for the first of them, and says so', async () => {
    const rows = row('甲', '1', '', '5') + row('', '2') + row('乙', '3') + row('丙', '4');
    const after =
      '<mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="B5:C5"/><mergeCell ref="H1:I9"/></mergeCells>';
    const found = (await tableOf(await sheet(rows, { after }))).rows;
    expect(found.map((one) => 'notes' in one && [one.values.name, ...codesOf(one.notes)])).toEqual([
      ['甲', 'name MERGED'],
      ['', 'name MERGED'],
      ['乙'],
      ['丙', 'code MERGED', 'since MERGED'],
    ]);
  });

  it('is read by its first visible sheet', async () => {
    const sheets = ['state="hidden" r:id="rId9"', 'state="veryHidden" r:id="rId9"', 'x:id="c"', 'r:id="rId1"'];
    const file = await sheet(row('a', '1'), {
      parts: {
        'xl/workbook.xml': `<workbook xmlns:r="r" xmlns:x="x"><sheets>${sheets.map((one) => `<sheet ${one}/>`).join('')}</sheets></workbook>`,
      },
    });
    expect((await onlyRowOf(file)).values.name).toBe('a');
  });

  it('may write its elements with a prefix', async () => {
    const rows = (row(...HEADER) + row('a', '1')).replace(/<(\/?)/g, '<$1x:');
    const merged = '<x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells>';
    const part = `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData>${merged}</x:worksheet>`;
    const { values, notes } = await onlyRowOf(await sheet('', { parts: { 'xl/worksheets/sheet1.xml': part } }));
    expect([values.name, ...codesOf(notes)]).toEqual(['a', 'name MERGED']);
  });

  it('with 40 columns too many is read without them, and they are named', async () => {
    const more = Array.from({ length: 40 }, (_, index) => `列${index}`);
    const { head, rows } = await tableOf(
      await workbookOf({ rows: row('name', ...more, 'code') + row('a', ...more, '1') }),
    );
    expect(head.unknownColumns).toEqual(more);
    expect(rows).toMatchObject([{ values: { name: 'a', code: '1' }, notes: [] }]);
  });

  it('with something in a column that no one asked for has a row there', async () =>
    expect((await tableOf(await workbookOf({ rows: row('name', 'code', 'x') + row('', '', '1') }))).rows).toMatchObject(
      [{ line: 2, values: { name: '' } }],
    ));

  it('with a text of 10 MB loses the row, and keeps little of it', async () => {
    // Of numbers, since what is only repeated is a bomb before it is anything else.
    const long = Array.from({ length: 1_500_000 }, (_, index) => index).join('');
    const strings = `<si><t>${long}</t></si>`;
    const { rows } = await tableOf(await sheet(row(cell('<c t="s"><v>0</v></c>'), '1') + row('', '2'), { strings }));
    expect(rows).toMatchObject([
      { line: 2, broken: { zh: '“机构名称”超过5000个字符' } },
      { line: 3, values: { code: '2' } },
    ]);
  });
});
