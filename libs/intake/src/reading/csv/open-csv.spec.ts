import { codesOf, onlyRowOf, refusalOf, tableOf, violationsOf } from '../../testing/table-of.js';

const HEAD = 'name,code,since,members,kind\n';
/** 机构名称,统一代码 and a row 学会,1 in GB18030. */
const GB = Buffer.from('bbfab9b9c3fbb3c62ccdb3d2bbb4fac2eb0ad1a7bbe12c310a', 'hex');

describe('a CSV file', () => {
  it('is read with what was changed in it', async () => {
    const { line, values, notes } = await onlyRowOf(`\ufeff${HEAD}\r\n 甲 ,９１,2026/1/2,"1,200",基金会\r\n`);
    expect(line).toBe(3);
    expect(values).toEqual({ name: '甲', code: '91', since: '2026-01-02', members: '1200', kind: 'FUND' });
    expect(codesOf(notes)).toEqual(['code FULL_WIDTH', 'since DATE_TEXT', 'members NUMBER_TEXT']);
    expect(notes[1].message.zh).toBe('日期的写法已统一');
  });

  it('in UTF-8 is said to be so', async () =>
    expect((await tableOf(HEAD)).head).toEqual({ format: 'CSV', encoding: 'UTF-8', unknownColumns: [] }));

  it('in GB18030 is read, and said to be so', async () => {
    const { head, rows } = await tableOf(GB);
    expect(head.encoding).toBe('GB18030');
    expect(rows).toMatchObject([{ line: 2, values: { name: '学会', code: '1' } }]);
  });

  it('with characters across two windows is read whole', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index) => `甲乙丙丁戊${index},${index}\n`).join('');
    const table = await tableOf(`name,code\n${rows}`);
    expect(table.rows).toHaveLength(9_000);
    expect(JSON.stringify(table.rows)).not.toContain('\ufffd');
    expect(table.rows.at(-1)).toMatchObject({ line: 9_001, values: { name: '甲乙丙丁戊8999' } });
  });

  it.each(['\t', ';'])('separated by %j is read', async (separator) => {
    const lines = ['name', 'code'].join(separator) + '\n' + ['a,b', '1'].join(separator);
    expect((await onlyRowOf(lines)).values).toMatchObject({ name: 'a,b', code: '1' });
  });

  it('may have line feeds within quotation marks', async () =>
    expect(await onlyRowOf('name,code\n"a\r\n""b""\n\nc",1')).toMatchObject({
      line: 2,
      values: { name: 'a\n"b"\n\nc' },
    }));

  it('with a stray quotation mark loses one row', async () => {
    const { rows } = await tableOf('name,code\na"b,1\n"c,2\nd,3\n\n ,\ne"",4\n');
    expect(rows).toMatchObject([
      { line: 2, broken: expect.anything() },
      { line: 3, broken: expect.anything() },
      { line: 4, values: { name: 'd' } },
      { line: 7, broken: expect.anything() },
    ]);
  });

  it('with a line that does not end loses it, and keeps little of it', async () => {
    const { rows } = await tableOf(`name,code\n${'x'.repeat(300_000)}\na,1\n`);
    expect(rows).toMatchObject([
      { line: 2, broken: { zh: '一行超过65536个字符' } },
      { line: 3, values: { name: 'a' } },
    ]);
  });

  it('with a cell that is too long loses the row, and says which cell', async () => {
    const { rows } = await tableOf(
      `name,code,备注\n${'x'.repeat(5_001)},1,\n${'x'.repeat(5_000)},1,${'y'.repeat(9_000)}\n`,
    );
    expect(rows).toMatchObject([{ line: 2, broken: { zh: '“机构名称”超过5000个字符' } }, { line: 3 }]);
  });

  it('with 40 columns too many is read without them, and they are named', async () => {
    const more = Array.from({ length: 40 }, (_, index) => `列${index}`);
    const { head, rows } = await tableOf(`${['name', ...more, 'code'].join()}\n${['a', ...more, '1'].join()}\n`);
    expect(head.unknownColumns).toEqual(more);
    expect(rows).toEqual([{ line: 2, values: { name: 'a', code: '1', since: '', members: '', kind: '' }, notes: [] }]);
  });

  it('with short rows has nothing in what is missing', async () =>
    expect((await onlyRowOf(`${HEAD}a`)).values).toMatchObject({ name: 'a', code: '' }));

  it.each([
    ['no bytes', Buffer.alloc(0), 'FILE_EMPTY'],
    ['UTF-16', Buffer.from(`\ufeff${HEAD}`, 'utf16le'), 'TABLE_KIND'],
    ['zero bytes', `${HEAD}a\0,1`, 'TABLE_KIND'],
    [
      'a character cut off behind the mark of UTF-8',
      Buffer.concat([Buffer.from(`\ufeff${HEAD}`), Buffer.of(0xe7)]),
      'TABLE_KIND',
    ],
    ['bytes of no encoding', Buffer.concat([Buffer.from(HEAD), Buffer.of(0xff, 0xff, 0x41)]), 'TABLE_KIND'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'TABLE_KIND'],
    ['a web page called .xls', '\ufeff \n<html><table>', 'TABLE_KIND'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'TABLE_KIND'],
    [
      'an encrypted workbook',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(65_520),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'FILE_ENCRYPTED',
    ],
    ['blank lines alone', '\n \n,,\n', 'TABLE_HEADER'],
    ['a header with a stray quotation mark', 'na"me,code\n', 'TABLE_HEADER'],
    ['a name twice', 'name,code,机构名称\n', 'TABLE_HEADER_TWICE'],
    ['201 columns', `name,code${',x'.repeat(199)}\n`, 'TABLE_TOO_WIDE'],
  ])('of %s is refused', async (_title, bytes, code) => expect(await refusalOf(bytes)).toEqual([code]));

  it('is refused with the file, the rule and its article', async () => {
    const [first, second] = await violationsOf('a,b\n');
    expect(first).toMatchObject({
      code: 'TABLE_HEADER',
      pointer: '/file',
      rule: 'TABLE_HEADER',
      citation: { law: '中华人民共和国行政许可法', article: '第三十二条第一款第(四)项' },
      message: { zh: '表头不符合模板：缺少“机构名称”列' },
    });
    expect(second.message.zh).toContain('统一代码');
  });
});
