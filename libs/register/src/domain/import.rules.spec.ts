import { judgeImportRow, type ImportRow } from './import.rules.js';

const divisions = new Set(['100000', '110000', '110108', '310000']);
const lawful: ImportRow = {
  creditCode: '51110000MJ0101505U',
  name: '北京数字健康研究会',
  kind: 'SOCIAL_GROUP',
  division: '110108',
  foundedOn: '2016-03-01',
  legalRepresentative: '某人',
  residence: '北京市海淀区',
  scope: '健康研究',
  status: 'ACTIVE',
};
const judge = (change: Partial<ImportRow>) => judgeImportRow({ ...lawful, ...change }, divisions, '2026-11-24');

describe('a row of an import', () => {
  it('is taken with its code normalized and its Chinese words understood', () => {
    const { organization, defects, warnings } = judge({
      creditCode: ' 51110000-mj0101505u',
      kind: '社会团体',
      status: '注销',
    });
    expect([defects, warnings]).toEqual([[], []]);
    expect(organization).toMatchObject({
      creditCode: '51110000MJ0101505U',
      authority: '110000',
      kind: 'SOCIAL_GROUP',
      status: 'DEREGISTERED',
    });
  });

  it.each([
    ['an enterprise', { creditCode: '91110302562134916R' }, ['creditCode NOT_CIVIL_AFFAIRS']],
    [
      'a code whose organization code is wrong',
      { creditCode: '521100005000189238' },
      ['creditCode CREDIT_CODE_BODY_CHECK'],
    ],
    [
      'a registrar nobody knows',
      { creditCode: '53440300305837768J', kind: 'FOUNDATION' },
      ['creditCode AUTHORITY_UNKNOWN'],
    ],
    ['a kind that is not the code’s', { kind: '基金会' }, ['kind KIND_AGAINST_CODE']],
    ['a kind that does not exist', { kind: 'CLUB' }, ['kind KIND_UNKNOWN']],
    ['a place that does not exist', { division: '119999' }, ['division DIVISION_UNKNOWN']],
    ['a day that does not exist', { foundedOn: '2016-02-30' }, ['foundedOn DATE']],
    ['tomorrow', { foundedOn: '2026-11-25' }, ['foundedOn DATE_IN_FUTURE']],
    ['a status that does not exist', { status: 'LOST' }, ['status STATUS_UNKNOWN']],
    ['a name of 101 characters', { name: '会'.repeat(101) }, ['name TOO_LONG']],
    ['a control character', { scope: 'a\u0007b' }, ['scope CONTROL_CHARACTER']],
    [
      'nothing at all',
      { name: '', kind: '', division: '', foundedOn: '', status: '' },
      ['name REQUIRED', 'kind REQUIRED', 'division REQUIRED', 'foundedOn REQUIRED', 'status REQUIRED'],
    ],
  ] as const)('is refused for %s', (_, change, expected) => {
    const { organization, defects } = judge(change);
    expect(organization).toBeUndefined();
    expect(defects.map(({ column, code }) => `${column} ${code}`)).toEqual(expected);
  });

  it('is taken with a warning when items are missing or it sits elsewhere', () => {
    const { organization, warnings } = judge({ legalRepresentative: '', residence: ' ', division: '310000' });
    expect(organization).toBeDefined();
    expect(warnings.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'legalRepresentative MISSING',
      'residence MISSING',
      'division DIVISION_AGAINST_CODE',
    ]);
  });
});
