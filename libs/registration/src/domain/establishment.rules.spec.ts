import { establishmentViolations } from './establishment.rules.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { SAMPLE_DAY, sampleCharity, sampleDualFacts, sampleFacts, sampleLeader } from './testing/sample-facts.js';

const KINDS = ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION'] as const;
const found = (facts: EstablishmentFacts, on = SAMPLE_DAY) => establishmentViolations(facts, on);

describe('establishmentViolations', () => {
  it.each(KINDS)('finds nothing against a lawful %s on the direct track', (kind) => {
    expect(found(sampleFacts(kind))).toEqual([]);
  });

  it.each(KINDS)('finds nothing against a lawful %s with a supervising unit', (kind) => {
    expect(found(sampleDualFacts(kind))).toEqual([]);
  });

  it.each(KINDS)('finds nothing against a lawful %s that is a charity from birth', (kind) => {
    expect(found(sampleCharity(kind))).toEqual([]);
  });

  it('tells all defects at once, each with pointer, law and article', () => {
    const sample = sampleFacts('SOCIAL_GROUP');
    const violations = found({
      ...sample,
      name: '北京市国家级智能装备技术学会',
      members: { individuals: 49, units: 0 },
      funds: 29_999,
      leaders: [
        sampleLeader({ declarations: { ...sample.leaders[0]!.declarations, deprivedOfPoliticalRights: true } }),
      ],
      documents: sample.documents.filter((document) => document !== 'CHARTER_DRAFT'),
    });
    expect(violations.map(({ code, pointer, citation }) => [code, pointer, citation.article])).toEqual([
      ['NM-MISLEADING', '/name', '第九条至第二十四条（条号未核实）'],
      ['SG-10-1-5-FUNDS-LOCAL', '/funds', '第十条第一款第(五)项'],
      ['SG-10-1-1-MEMBERS', '/members', '第十条第一款第(一)项'],
      ['SG-13-3-POLITICAL-RIGHTS', '/leaders/0/declarations/deprivedOfPoliticalRights', '第十三条第(三)项'],
      ['SG-11-5-CHARTER', '/documents', '第十一条第(五)项'],
    ]);
    expect(violations[2]!.message).toEqual({
      zh: '个人会员49个，不足50个',
      en: '49 individual members: fewer than 50',
    });
    expect(violations.every(({ rule, code }) => rule === code)).toBe(true);
  });

  it('finds everything missing in an empty draft without failing', () => {
    const empty = sampleFacts('SOCIAL_GROUP', {
      category: undefined,
      categoryReason: undefined,
      authority: '999999',
      authorityLevel: 'OTHER',
      authorityNames: [],
      divisionKnown: false,
      division: '',
      ...{ name: '', residence: '', purpose: '', scope: '', activityArea: '' },
      ...{ funds: 0, fullTimeStaff: 0, independentLiability: false },
      ...{
        members: { individuals: 0, units: 0 },
        organs: [],
        charterItems: [],
        initiators: [],
        leaders: [],
        documents: [],
      },
    });
    expect(found(empty).length).toBeGreaterThan(25);
  });

  it('does not judge names by 令69号 before 2024-05-01', () => {
    const facts = sampleFacts('SOCIAL_GROUP', { name: '北京市国家级学会' });
    expect(found(facts, '2024-04-30')).toEqual([]);
    expect(found(facts, '2024-05-01').map(({ code }) => code)).toEqual(['NM-MISLEADING']);
  });

  it('refuses to judge by a law that was not in force', () => {
    expect(() => found(sampleFacts('SOCIAL_GROUP'), '2016-02-05')).toThrow('SG-12-1-DECISION');
    expect(() => found(sampleFacts('FOUNDATION'), '2004-05-31')).toThrow('FD-11-1-DECISION');
  });
});
