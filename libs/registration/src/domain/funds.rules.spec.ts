import type { EstablishmentFacts } from './establishment.facts.js';
import { fundsViolations } from './funds.rules.js';
import { SAMPLE_DAY, sampleFacts } from './testing/sample-facts.js';

type Level = EstablishmentFacts['authorityLevel'];
const codes = (facts: EstablishmentFacts) => fundsViolations(facts, SAMPLE_DAY).map(({ code }) => code);

describe('funds', () => {
  it.each<[Level, number, string]>([
    ['NATION', 100_000, 'SG-10-1-5-FUNDS-NATIONAL'],
    ['PROVINCE', 30_000, 'SG-10-1-5-FUNDS-LOCAL'],
    ['CITY', 30_000, 'SG-10-1-5-FUNDS-LOCAL'],
    ['DISTRICT', 30_000, 'SG-10-1-5-FUNDS-LOCAL'],
  ])('of a 社会团体 at %s level: accepts %i yuan and refuses one less (第十条第一款第(五)项)', (level, least, code) => {
    const at = (funds: number) => codes(sampleFacts('SOCIAL_GROUP', { authorityLevel: level, funds }));
    expect([at(least - 1), at(least), at(least + 1)]).toEqual([[code], [], []]);
  });

  it.each<['PUBLIC' | 'NON_PUBLIC', Level, number, string]>([
    ['PUBLIC', 'NATION', 8_000_000, 'FD-8-2-FUNDS-NATIONAL-PUBLIC'],
    ['PUBLIC', 'PROVINCE', 4_000_000, 'FD-8-2-FUNDS-LOCAL-PUBLIC'],
    ['NON_PUBLIC', 'PROVINCE', 2_000_000, 'FD-8-2-FUNDS-NON-PUBLIC'],
    ['NON_PUBLIC', 'NATION', 2_000_000, 'FD-8-2-FUNDS-NON-PUBLIC'],
  ])(
    'of a %s foundation at %s level: accepts %i yuan and refuses one less (第八条第(二)项)',
    (type, level, least, code) => {
      const at = (funds: number) =>
        codes(sampleFacts('FOUNDATION', { fundraising: type, authorityLevel: level, funds }));
      expect([at(least - 1), at(least), at(least + 1)]).toEqual([[code], [], []]);
    },
  );

  it('names both sums', () => {
    const [violation] = fundsViolations(sampleFacts('SOCIAL_GROUP', { funds: 29_999 }), SAMPLE_DAY);
    expect(violation!.message.zh).toBe('活动资金29999元，不足30000元');
    expect(violation!.message.en).toBe('activity funds of 29,999 yuan: less than 30,000 yuan');
  });

  it('of a 民办非企业单位: any lawful property, but not none (第八条第一款第(四)项)', () => {
    const at = (funds: number) => codes(sampleFacts('SOCIAL_SERVICE_INSTITUTION', { funds }));
    expect([at(0), at(1)]).toEqual([['SSI-8-1-4-FUNDS'], []]);
  });

  it('refuses an original fund that is not cash paid in, and a foundation of no type', () => {
    expect(codes(sampleFacts('FOUNDATION', { fundsPaidInCash: false }))).toEqual(['FD-8-2-CASH']);
    expect(codes(sampleFacts('FOUNDATION', { fundraising: undefined }))).toEqual(['FD-3-TYPE']);
  });
});
