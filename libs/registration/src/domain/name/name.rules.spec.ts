import type { EstablishmentFacts } from '../establishment.facts.js';
import { SAMPLE_DAY, sampleFacts } from '../testing/sample-facts.js';
import { divisionForms, shortProvince } from './division-name.js';
import { nameViolations } from './name.rules.js';
import { nameStructure } from './name-structure.js';

const codes = (facts: EstablishmentFacts) => nameViolations(facts, SAMPLE_DAY).map(({ code }) => code);
const group = (name: string, over: Partial<EstablishmentFacts> = {}) =>
  codes(sampleFacts('SOCIAL_GROUP', { name, ...over }));
const institution = (name: string) => codes(sampleFacts('SOCIAL_SERVICE_INSTITUTION', { name }));
const foundation = (name: string) => codes(sampleFacts('FOUNDATION', { name }));
const MINISTRY = { authorityLevel: 'NATION', authorityNames: [] } as const;

describe('names that may be registered (令69号)', () => {
  it.each([
    ...[
      '北京市律师协会',
      '北京律师协会',
      '北京工业经济联合会',
      '北京市建筑业联合会',
      '北京市体育总会',
      '北京企业联合会',
    ],
    ...[
      '北京市社会领域党的建设研究会',
      '北京人力资源服务行业协会',
      '北京市浙江商会',
      '北京市慈善会',
      '北京市志愿者协会',
    ],
    ...['北京市中国画学会', '北京市国际象棋协会', '北京市中华武术协会', '北京市第一中学校友会', '北京市中共党史学会'],
    ...['北京市反邪教协会', '北京市毒品预防教育促进会', '北京市风水林保护协会', '北京市人民代表大会制度研究会'],
  ])('accepts %s', (name) => expect(group(name)).toEqual([]));

  it.each(['北京市朝阳区阳光社会工作事务所', '北京市朝阳区晨星幼儿园', '北京市朝阳区夕阳红养老服务中心'])(
    'accepts the institution %s',
    (name) => expect(institution(name)).toEqual([]),
  );

  it.each(['北京市春雨助学基金会', '北京春雨教育基金会', '北京市青少年发展基金会'])(
    'accepts the foundation %s',
    (name) => expect(foundation(name)).toEqual([]),
  );

  it('lets the ministry’s 社会团体 bear 中国, whose approval an officer checks, and no division', () => {
    expect(group('中国智能装备学会', MINISTRY)).toEqual([]);
    expect(group('智能装备学会', MINISTRY)).toEqual([]);
  });
});

describe('names that may not', () => {
  it.each([
    ['中国律师协会', ['SG-10-2-PREFIX', 'NM-8-DIVISION']],
    ['全国智能装备学会', ['SG-10-2-PREFIX', 'NM-8-DIVISION']],
    ['上海市律师协会', ['NM-8-DIVISION']],
    ['北京市律师中心', ['NM-FORM-SG']],
    ['北京市协会', ['NM-8-1-FIELD']],
    ['北京市浙江省商会', ['NM-8-1-ORIGIN']],
    ['北京市最高国家级装备协会', ['NM-MISLEADING', 'NM-MISLEADING']],
    ['北京市5G产业协会', ['NM-SCRIPT']],
    ['北京市Ｇ产业协会', ['NM-SCRIPT']],
    ['北京市さくら协会', ['NM-SCRIPT']],
    ['北京市装备\u200b协会', ['NM-SIGNS']],
    ['北京市邪教研究会', ['NM-HARMFUL']],
    ['北京市反邪教与邪教研究会', ['NM-HARMFUL']],
    ['北京市共产党研究会', ['NM-PARTY']],
  ])('refuses %s: %j', (name, expected) => expect(group(name)).toEqual(expected));

  it('refuses a district’s name without its city, and its city’s name alone', () => {
    expect(institution('朝阳区阳光社会工作事务所')).toEqual(['NM-9-DISTRICT']);
    expect(institution('北京市阳光社会工作事务所')).toEqual(['NM-8-DIVISION']);
  });

  it('never lets an institution bear 中国, not even the ministry’s (民非 第八条第二款)', () => {
    expect(codes(sampleFacts('SOCIAL_SERVICE_INSTITUTION', { ...MINISTRY, name: '中国阳光社会工作事务所' }))).toEqual([
      'SSI-8-2-PREFIX',
    ]);
  });

  it.each([
    ['北京市助学基金会', ['NM-8-2-BRAND']],
    ['北京市基金会', ['NM-8-2-BRAND']],
    ['北京市爱助学基金会', ['NM-BRAND-LENGTH']],
    ['北京市上海助学基金会', ['NM-BRAND-DIVISION']],
  ])('refuses the foundation %s: %j', (name, expected) => expect(foundation(name)).toEqual(expected));

  it.each([
    ['DEREGISTERED', '2025-11-24', '2025-11-23'],
    ['ANNULLED', '2023-11-24', '2023-11-23'],
    ['RENAMED', '2025-11-24', '2025-11-23'],
  ] as const)('holds the name of a body that is %s since %s, not since %s', (reason, held, free) => {
    expect(group('北京市律师协会', { heldNames: [{ reason, since: held }] })).toEqual(['NM-HELD']);
    expect(group('北京市律师协会', { heldNames: [{ reason, since: free }] })).toEqual([]);
  });

  it('refuses the identical name at the same registrar (第十六条)', () => {
    expect(group('北京市律师协会', { sameNameAs: '51110000MJD000007H' })).toEqual(['NM-16-IDENTICAL']);
  });
});

describe('nameStructure', () => {
  it('splits a foundation’s name into its four parts', () => {
    expect(nameStructure(sampleFacts('FOUNDATION'))).toEqual({
      division: '北京市',
      core: '春雨助学',
      brand: '春雨',
      field: '助学',
      form: '基金会',
    });
  });

  it('finds the origin of a chamber of merchants from elsewhere', () => {
    expect(nameStructure(sampleFacts('SOCIAL_GROUP', { name: '北京市浙江商会' }))).toMatchObject({
      origin: '浙江',
      form: '商会',
    });
  });
});

describe('divisionForms', () => {
  it.each([
    ['PROVINCE', ['广西壮族自治区'], ['广西壮族自治区', '广西']],
    ['CITY', ['河北省', '石家庄市'], ['河北省石家庄市', '石家庄市']],
    ['DISTRICT', ['北京市', '朝阳区'], ['北京市朝阳区']],
    ['DISTRICT', ['河北省', '石家庄市', '长安区'], ['河北省石家庄市长安区', '石家庄市长安区']],
    [
      'DISTRICT',
      ['河北省', '石家庄市', '正定县'],
      ['河北省石家庄市正定县', '石家庄市正定县', '河北省正定县', '正定县'],
    ],
    ['DISTRICT', ['湖北省', '神农架林区'], ['湖北省神农架林区', '神农架林区']],
    ['NATION', [], []],
  ] as const)('%s %j: %j', (level, names, expected) => expect(divisionForms(level, names)).toEqual(expected));

  it('shortens provinces, regions and special regions', () => {
    expect(['河北省', '西藏自治区', '新疆维吾尔自治区', '香港特别行政区'].map(shortProvince)).toEqual([
      '河北',
      '西藏',
      '新疆',
      '香港',
    ]);
  });
});
