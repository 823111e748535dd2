import { withinYears } from './bar-period.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { peopleViolations } from './people.rules.js';
import {
  SAMPLE_DAY,
  sampleCharity,
  sampleDeclarations,
  sampleFacts,
  sampleLeader,
  samplePerson,
} from './testing/sample-facts.js';

const said = (facts: EstablishmentFacts) =>
  peopleViolations(facts, SAMPLE_DAY).map(({ code, pointer }) => `${code} ${pointer}`);
const barred = sampleDeclarations({ deprivedOfPoliticalRights: true, fullCivilCapacity: false });
const [chair, ...rest] = sampleFacts('FOUNDATION').leaders;
const foundation = (over: Parameters<typeof sampleLeader>[0], facts: Partial<EstablishmentFacts> = {}) =>
  said(sampleFacts('FOUNDATION', { leaders: [sampleLeader(over), ...rest], ...facts }));

describe('people of a 社会团体', () => {
  it('bars initiators and leaders without political rights or capacity, each by its pointer (第十三条第(三)项)', () => {
    const initiators = [samplePerson(), samplePerson({ declarations: barred })];
    const leaders = [sampleLeader(), sampleLeader({ legalRepresentative: false, declarations: barred })];
    expect(said(sampleFacts('SOCIAL_GROUP', { initiators, leaders }))).toEqual([
      'SG-13-3-POLITICAL-RIGHTS /initiators/1/declarations/deprivedOfPoliticalRights',
      'SG-13-3-CAPACITY /initiators/1/declarations/fullCivilCapacity',
      'SG-13-3-POLITICAL-RIGHTS /leaders/1/declarations/deprivedOfPoliticalRights',
      'SG-13-3-CAPACITY /leaders/1/declarations/fullCivilCapacity',
    ]);
  });

  it('bars a representative of another 社会团体, but not of a company, nor a leader who does not represent (第十二条第三款)', () => {
    const declarations = sampleDeclarations({ representsSocialGroups: ['甲协会'] });
    const of = (over: Parameters<typeof sampleLeader>[0]) => [sampleLeader(over)];
    const company = sampleDeclarations({ representsOthers: ['甲公司'] });
    const group = (leaders: EstablishmentFacts['leaders']) => said(sampleFacts('SOCIAL_GROUP', { leaders }));
    expect(group(of({ declarations }))).toEqual([
      'SG-12-3-OTHER-GROUPS /leaders/0/declarations/representsSocialGroups',
    ]);
    expect(group(of({ declarations: company }))).toEqual([]);
    expect(group([sampleLeader(), sampleLeader({ legalRepresentative: false, declarations })])).toEqual([]);
  });

  it.each([0, 2])('refuses %i legal representatives', (count) => {
    const leaders = [0, 1].map((index) => sampleLeader({ legalRepresentative: index < count }));
    expect(said(sampleFacts('SOCIAL_GROUP', { leaders }))).toEqual(['SG-12-2-REPRESENTATIVE /leaders']);
  });

  it('does not bar a serving official, whom only the Regulations on foundations name', () => {
    const leaders = [sampleLeader({ declarations: sampleDeclarations({ servingStateOfficial: true }) })];
    expect(said(sampleFacts('SOCIAL_GROUP', { leaders }))).toEqual([]);
  });
});

describe('people of a 民办非企业单位', () => {
  it('bars proposed leaders alone, and sets no limit on other posts (第十一条第二款第(四)项)', () => {
    const initiators = [samplePerson({ declarations: barred })];
    const leaders = [
      sampleLeader({ declarations: { ...barred, representsSocialGroups: ['甲'], representsOthers: ['乙'] } }),
    ];
    expect(said(sampleFacts('SOCIAL_SERVICE_INSTITUTION', { initiators, leaders }))).toEqual([
      'SSI-11-2-4-POLITICAL-RIGHTS /leaders/0/declarations/deprivedOfPoliticalRights',
      'SSI-11-2-4-CAPACITY /leaders/0/declarations/fullCivilCapacity',
    ]);
  });
});

describe('officers of a foundation', () => {
  it.each([
    ['2021-11-23', []],
    ['2021-11-24', ['FD-23-2-SENTENCE /leaders/0/declarations/sentenceServedOn']],
    ['2021-11-25', ['FD-23-2-SENTENCE /leaders/0/declarations/sentenceServedOn']],
  ])('a sentence served on %s, judged on 2026-11-24 (第二十三条第二款)', (sentenceServedOn, expected) => {
    expect(foundation({ declarations: sampleDeclarations({ sentenceServedOn }) })).toEqual(expected);
  });

  it('bars a serving official in the three posts, not in another (第二十三条第一款)', () => {
    const declarations = sampleDeclarations({ servingStateOfficial: true });
    const leaders = [chair!, ...rest, sampleLeader({ post: 'OTHER', legalRepresentative: false, declarations })];
    expect(said(sampleFacts('FOUNDATION', { leaders }))).toEqual([]);
    expect(foundation({ declarations })).toEqual([
      'FD-23-1-SERVING-OFFICIAL /leaders/0/declarations/servingStateOfficial',
    ]);
  });

  it('bars a representative of any other organization', () => {
    expect(foundation({ declarations: sampleDeclarations({ representsSocialGroups: ['甲协会'] }) })).toEqual([
      'FD-23-1-OTHER-POSTS /leaders/0/declarations/representsSocialGroups',
    ]);
  });

  it('wants a mainland representative when the fund is public or from the mainland', () => {
    const declarations = sampleDeclarations({ monthsOnMainland: 3 });
    const ministry = { authority: '100000', authorityLevel: 'NATION', authorityNames: [] } as const;
    const over = { residency: 'TAIWAN', declarations } as const;
    expect(foundation(over, { ...ministry, mainlandFunded: false })).toEqual([]);
    expect(foundation(over, { ...ministry, mainlandFunded: true })).toEqual(['FD-23-1-RESIDENCY /leaders/0/residency']);
    expect(foundation(over, { ...ministry, mainlandFunded: false, fundraising: 'PUBLIC' })).toEqual([
      'FD-23-1-RESIDENCY /leaders/0/residency',
    ]);
  });

  it.each([
    [2, 1],
    [3, 0],
    [undefined, 1],
  ])('with %s months a year on the mainland: %i defect (第二十四条)', (monthsOnMainland, count) => {
    const leaders = [
      chair!,
      sampleLeader({ ...rest[0], residency: 'FOREIGN', declarations: sampleDeclarations({ monthsOnMainland }) }),
      rest[1]!,
    ];
    expect(said(sampleFacts('FOUNDATION', { leaders }))).toHaveLength(count);
  });
});

describe('leaders of a charity (慈善法 第十六条)', () => {
  const charity = (over: Parameters<typeof sampleDeclarations>[0]) =>
    said(sampleCharity('SOCIAL_GROUP', { leaders: [sampleLeader({ declarations: sampleDeclarations(over) })] }));

  it('bars after an intentional crime for five years, not after negligence', () => {
    expect(charity({ sentenceServedOn: '2021-11-24', intentionalCrime: true })).toEqual([
      'CH-16-2-CRIME /leaders/0/declarations/intentionalCrime',
    ]);
    expect(charity({ sentenceServedOn: '2021-11-23', intentionalCrime: true })).toEqual([]);
    expect(charity({ sentenceServedOn: '2026-01-01' })).toEqual([]);
  });

  it('takes an intentional crime without a day for one not yet served', () => {
    expect(charity({ intentionalCrime: true })).toHaveLength(1);
  });

  it('bars the leader of a revoked body for five years', () => {
    expect(charity({ responsibleInRevokedOn: '2021-11-24' })).toHaveLength(1);
    expect(charity({ responsibleInRevokedOn: '2021-11-23' })).toEqual([]);
  });
});

describe('withinYears', () => {
  it('ends a bar that began on 29 February with that month', () => {
    expect(withinYears('2024-02-29', 5, '2029-02-28')).toBe(true);
    expect(withinYears('2024-02-29', 5, '2029-03-01')).toBe(false);
  });
});
