import type { EstablishmentFacts } from './establishment.facts.js';
import { jurisdictionViolations } from './jurisdiction.rules.js';
import { SAMPLE_DAY, sampleDualFacts, sampleFacts, sampleLeader } from './testing/sample-facts.js';

const codes = (facts: EstablishmentFacts) => jurisdictionViolations(facts, SAMPLE_DAY).map(({ code }) => code);
const MINISTRY = { authority: '100000', authorityLevel: 'NATION', authorityNames: [] } as const;

describe('jurisdiction', () => {
  it.each([
    ['110000', 'PROVINCE', '110108', []],
    ['110000', 'PROVINCE', '120101', ['SG-7-SEAT']],
    ['130100', 'CITY', '130102', []],
    ['130100', 'CITY', '130202', ['SG-7-SEAT']],
    ['110108', 'DISTRICT', '110108001', []],
    ['110108', 'DISTRICT', '110105', ['SG-7-SEAT']],
    ['100000', 'NATION', '310101', []],
  ] as const)(
    'a 社会团体 before %s (%s) with its seat in %s: %j (第七条)',
    (authority, authorityLevel, division, expected) => {
      expect(codes(sampleFacts('SOCIAL_GROUP', { authority, authorityLevel, division }))).toEqual(expected);
    },
  );

  it('leaves the seat of a 民办非企业单位 free when a supervising unit fixes the registrar (第六条, 第七条)', () => {
    expect(codes(sampleDualFacts('SOCIAL_SERVICE_INSTITUTION', { division: '110108' }))).toEqual([]);
    expect(codes(sampleFacts('SOCIAL_SERVICE_INSTITUTION', { division: '110108' }))).toEqual(['SSI-6-SEAT']);
  });

  it.each(['CITY', 'DISTRICT'] as const)(
    'refuses a foundation before a registrar of %s level (基金会 第六条)',
    (level) => {
      expect(codes(sampleFacts('FOUNDATION', { authorityLevel: level, authority: '110108' }))).toEqual([
        'FD-6-REGISTRAR',
      ]);
    },
  );

  it.each([
    [20_000_000, ['FD-6-2-MINISTRY']],
    [20_000_001, []],
  ])('a non-public foundation of %i yuan before the ministry: %j (第六条第二款第(三)项)', (funds, expected) => {
    expect(codes(sampleFacts('FOUNDATION', { ...MINISTRY, funds }))).toEqual(expected);
  });

  it('sends a foundation with a representative from outside the mainland to the ministry (第六条第二款第(二)项)', () => {
    const leaders = [sampleLeader({ residency: 'MACAO' })];
    expect(codes(sampleFacts('FOUNDATION', { leaders }))).toEqual(['FD-6-2-2-OUTSIDE-REPRESENTATIVE']);
    expect(codes(sampleFacts('FOUNDATION', { ...MINISTRY, leaders }))).toEqual([]);
  });
});
