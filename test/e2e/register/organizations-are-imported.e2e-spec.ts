import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyCode, buildCreditCode } from '@app/kernel';
import { number, row, workbookOf } from '../../../libs/intake/src/testing/workbook-builder.js';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { registry } from '../../support/command-line.js';
import { gb18030 } from '../../support/intake.js';
import { Bureau } from '../../support/registrations.js';

const HEADER = 'creditCode,name,kind,division,foundedOn,legalRepresentative,residence,scope,status';
const CIVIL_AFFAIRS = [
  '53100000500021676K,北京理工大学教育基金会,FOUNDATION,110108,2010-01-01,甲,北京市海淀区,资助教育,ACTIVE',
  '51100000500012681T,中国医疗保健国际交流促进会,SOCIAL_GROUP,110101,2001-05-10,乙,北京市,国际交流,ACTIVE',
  '53440300305837768J,深圳市善加公益基金会,FOUNDATION,440304,2014-06-01,丙,深圳市福田区,公益资助,ACTIVE',
  '51110000MJ0101505U,北京数字健康研究会,SOCIAL_GROUP,110108,2016-03-01,丁,北京市海淀区,健康研究,ACTIVE',
  '51110000500317549R,某某甲协会,社会团体,110105,1999-01-01,,,,注销',
  '51100000500002862F,某某乙协会,SOCIAL_GROUP,110102,1992-01-01,戊,北京市西城区,交流,ACTIVE',
  '53100000500009167K,某某丙基金会,FOUNDATION,110102,2005-01-01,己,北京市西城区,救助,ACTIVE',
  '52440300MJL186084F,某某丁中心,民办非企业单位,440305006,2016-09-01,庚,深圳市南山区,服务,ACTIVE',
];
const REFUSED: [string, string][] = [
  ['12100000400009127B,北京理工大学,SOCIAL_GROUP,110108,1952-01-01,,,,ACTIVE', 'NOT_CIVIL_AFFAIRS'],
  ['91110302562134916R,北京京东世纪信息技术有限公司,SOCIAL_GROUP,110302,2010-01-01,,,,ACTIVE', 'NOT_CIVIL_AFFAIRS'],
  ['91350100M000100Y43,某公司,SOCIAL_GROUP,350100,2010-01-01,,,,ACTIVE', 'NOT_CIVIL_AFFAIRS'],
  ['51100000500000024G,某会,SOCIAL_GROUP,110101,1953-01-01,,,,ACTIVE', 'CREDIT_CODE_BODY_CHECK'],
  ['521100005000189238,某中心,SOCIAL_SERVICE_INSTITUTION,110101,2003-01-01,,,,ACTIVE', 'CREDIT_CODE_BODY_CHECK'],
  ['5110000050001268IT,某会,SOCIAL_GROUP,110101,2003-01-01,,,,ACTIVE', 'CREDIT_CODE_ALPHABET'],
  ['51100000500012681,某会,SOCIAL_GROUP,110101,2003-01-01,,,,ACTIVE', 'CREDIT_CODE_LENGTH'],
  ['51110000MJ0101505U,重复的会,SOCIAL_GROUP,110108,2016-03-01,,,,ACTIVE', 'CODE_REPEATED'],
  ['53110000MJD999990X,错误的会,SOCIAL_GROUP,119999,2999-01-01,,,,LOST', 'STATUS_UNKNOWN'],
];

let app: TestApp;
let bureau: Bureau;
let folder: string;

beforeAll(async () => {
  app = await startApp();
  bureau = new Bureau(app);
  folder = mkdtempSync(join(tmpdir(), 'shuniu-import-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return path;
}

async function count(): Promise<number> {
  const [{ count: found }] = await databaseOf(app).asApplication<{ count: number }>(
    'SELECT count(*)::int AS count FROM register.organization',
  );
  return found;
}

it('judges every row in a dry run and writes nothing', async () => {
  const path = file('all.csv', `\uFEFF${HEADER}`, ...CIVIL_AFFAIRS, ...REFUSED.map(([row]) => row));
  const { status, stdout } = registry(databaseOf(app), 'import', path);
  expect(status).toBe(1);
  expect(stdout).toContain(`could be imported: ${CIVIL_AFFAIRS.length}, refused: ${REFUSED.length}`);
  expect(await count()).toBe(0);
});

it('imports the codes of civil affairs and refuses the others by line, column and reason', async () => {
  const path = file('all.csv', HEADER, ...CIVIL_AFFAIRS, ...REFUSED.map(([row]) => row));
  const { status, stdout } = registry(databaseOf(app), 'import', path, '--commit');
  expect(status).toBe(1);
  expect(stdout).toContain(`imported: ${CIVIL_AFFAIRS.length}, refused: ${REFUSED.length}`);
  for (const [index, [, code]] of REFUSED.entries()) {
    const line = CIVIL_AFFAIRS.length + index + 2;
    expect(stdout).toMatch(new RegExp(`^refused: line ${line}, column \\w+: ${code} `, 'm'));
  }
  expect(await count()).toBe(CIVIL_AFFAIRS.length);
  expect(registry(databaseOf(app), 'verify').status).toBe(0);
});

it('finds the imported by part of the name and by code, however the code is typed', async () => {
  const byName = await bureau.call(undefined, 'get', `/public/organizations?q=${encodeURIComponent('数字健康')}`);
  expect(byName.body.items).toMatchObject([
    { creditCode: '51110000MJ0101505U', name: '北京数字健康研究会', authority: '110000' },
  ]);
  const byCode = await bureau.call(
    undefined,
    'get',
    `/public/organizations?q=${encodeURIComponent('51110000-mj0101505u')}`,
  );
  expect(byCode.body.items).toMatchObject([{ creditCode: '51110000MJ0101505U' }]);
  const file = await bureau.call(undefined, 'get', '/public/organizations/51110000mj0101505u');
  expect(file.body).toMatchObject({ legalRepresentative: { name: '丁' }, foundedOn: '2016-03-01', status: 'ACTIVE' });
  expect((await bureau.call(undefined, 'get', '/public/organizations/52440300MJL186084F')).body).toMatchObject({
    authority: '440300',
    authorityName: '广东省深圳市',
  });
});

it('refuses what the register has already, and changes nothing when run again', async () => {
  const path = file('again.csv', HEADER, ...CIVIL_AFFAIRS);
  const { status, stdout } = registry(databaseOf(app), 'import', path, '--commit');
  expect(status).toBe(1);
  expect(stdout).toContain(`imported: 0, refused: ${CIVIL_AFFAIRS.length}`);
  expect(await count()).toBe(CIVIL_AFFAIRS.length);
});

it('refuses a broken row by its line and reads on', async () => {
  const before = await count();
  const path = file(
    'broken.csv',
    HEADER,
    '',
    '51110000MJQ000015B,北京市导入甲协会,社会团体,110101,2001-01-01,甲,某路,某,正常', // 3
    '   ',
    ',,,,,,,,',
    '51110000MJQ0000236,北京市导入乙协会,社会团体,110101,2001-02-30,乙,某路,"某', // 6
    '路",正常',
    '51110000MJQ0000311,x"y,社会团体,110101,2001-01-01,丙,某路,某,正常', // 8
    '51110000MJQ00004XQ,"未完,社会团体,110101,2001-01-01,丁,某路,某,正常', // 9
    '51110000MJQ005000Y,"含""引号"",逗号协会",社会团体,110101,2001-01-01,戊,某路,某,正常', // 10
    '51110000MJQ000015B,北京市导入甲协会,社会团体,110101,2001-01-01,甲,某路,某,正常', // 11
    '51110000MJQ000074E,北京市导入己协会,社会团体,110101,0000-01-01,己,某路,某,正常', // 12
    '51110000MJQ0000904,"末行', // 13
  );
  for (const commit of [[], ['--commit']]) {
    const { status, stdout } = registry(databaseOf(app), 'import', path, ...commit);
    const refusals = stdout.split('\n').filter((line) => line.startsWith('refused: line'));
    expect(refusals.map((line) => line.replace(/^refused: (line \d+).*: ([A-Z_]+) .*$/, '$1 $2'))).toEqual([
      'line 6 CONTROL_CHARACTER',
      'line 6 DATE',
      'line 8 NOT_A_ROW',
      'line 9 NOT_A_ROW',
      'line 11 CODE_REPEATED',
      'line 12 DATE',
      'line 13 NOT_A_ROW',
    ]);
    expect(stdout).toContain('文件内第3行已有此代码');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/: 2, refused: 6$/);
    expect(status).toBe(1);
  }
  expect(await count()).toBe(before + 2);
});

it('reads a workbook with days as Excel keeps them, and a CSV of an older Excel, and says so', async () => {
  const before = await count();
  const cells = ['', '北京市表格甲协会', '社会团体', '110101', '', '甲', '某路', '某', '正常'];
  const code = buildCreditCode({ kind: 'SOCIAL_GROUP', authority: '110000', body8: bodyCode('MJQ', 10) });
  const rows = row(...HEADER.split(',')) + row(code, ...cells.slice(1, 4), number(36_892, 1), ...cells.slice(5));
  const workbook = join(folder, 'workbook.xlsx');
  writeFileSync(workbook, await workbookOf({ rows }));
  const read = registry(databaseOf(app), 'import', workbook, '--commit');
  expect(read.stdout).toContain('read as XLSX');
  expect(read).toMatchObject({ status: 0, stdout: expect.stringContaining('imported: 1, refused: 0') as string });
  const file = await bureau.call(undefined, 'get', `/public/organizations/${code}`);
  expect(file.body).toMatchObject({ name: '北京市表格甲协会', foundedOn: '2001-01-01' });
  const next = buildCreditCode({ kind: 'SOCIAL_GROUP', authority: '110000', body8: bodyCode('MJQ', 11) });
  const old = join(folder, 'gb18030.csv');
  const line = [next, '北京市表格乙协会', '社会团体', '110101', '2001年1月1日', '乙', '某路', '某', '正常'].join(',');
  writeFileSync(old, gb18030(`${HEADER}\r\n${line}\r\n`));
  const older = registry(databaseOf(app), 'import', old, '--commit');
  expect(older.stdout).toContain('read as CSV, GB18030');
  expect(older).toMatchObject({ status: 0, stdout: expect.stringContaining('imported: 1, refused: 0') as string });
  expect(await count()).toBe(before + 2);
});

it('refuses a row that the database does not take, and goes on with the next', async () => {
  await databaseOf(app).asOwner(
    `ALTER TABLE register.organization ADD CONSTRAINT planted CHECK (name <> '北京市不能保存协会') NOT VALID`,
  );
  const path = file(
    'unstorable.csv',
    HEADER,
    '51110000MJQ0001467,北京市不能保存协会,社会团体,110101,2001-01-01,甲,某路,某,正常',
    '51110000MJQ0001542,北京市后面的协会,社会团体,110101,2001-01-01,乙,某路,某,正常',
  );
  const { status, stdout } = registry(databaseOf(app), 'import', path, '--commit');
  expect(stdout).toMatch(/^refused: line 2: NOT_STORED /m);
  expect(stdout).toContain('imported: 1, refused: 1');
  expect(status).toBe(1);
});

it('says how far it came when the database itself fails', async () => {
  await databaseOf(app).asOwner('ALTER TABLE register.organization RENAME COLUMN name TO lost');
  const path = file(
    'stopped.csv',
    HEADER,
    'x,某会,社会团体,110101,2001-01-01,甲,某路,某,正常',
    '51110000MJQ000162W,北京市中断协会,社会团体,110101,2001-01-01,甲,某路,某,正常',
  );
  const { status, stdout, stderr } = registry(databaseOf(app), 'import', path, '--commit');
  await databaseOf(app).asOwner('ALTER TABLE register.organization RENAME COLUMN lost TO name');
  expect(stdout).toContain('stopped half way; imported: 0, refused: 1');
  expect(stderr).toContain('does not exist');
  expect(status).toBe(2);
});

it('says what is wrong with a file of another kind', () => {
  const wrong = registry(databaseOf(app), 'import', file('wrong.csv', 'name,code', 'x,y'));
  expect(wrong).toMatchObject({ status: 2, stderr: expect.stringMatching(/TABLE_HEADER .*creditCode/) as string });
  expect(registry(databaseOf(app), 'import', join(folder, 'missing.csv')).status).toBe(2);
});
