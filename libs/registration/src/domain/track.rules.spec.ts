import type { EstablishmentFacts } from './establishment.facts.js';
import { SAMPLE_DAY, sampleDualFacts, sampleFacts } from './testing/sample-facts.js';
import { trackViolations } from './track.rules.js';

const said = (facts: EstablishmentFacts) =>
  trackViolations(facts, SAMPLE_DAY).map(({ code, pointer }) => `${code} ${pointer}`);
const unit = (consentedOn?: string) =>
  sampleDualFacts('SOCIAL_GROUP', { supervisingUnit: { name: '北京市科学技术协会', consentedOn } });

describe('the track', () => {
  it.each(['INDUSTRY', 'SCITECH', 'CHARITY', 'COMMUNITY'] as const)(
    'lets a 社会团体 claim %s with a reason',
    (category) => {
      expect(said(sampleFacts('SOCIAL_GROUP', { category }))).toEqual([]);
    },
  );

  it('keeps INDUSTRY for a 社会团体', () => {
    expect(said(sampleFacts('SOCIAL_SERVICE_INSTITUTION', { category: 'INDUSTRY' }))).toEqual([
      'DR-INDUSTRY-KIND /category',
    ]);
  });

  it('lets a religious or legal body register with a supervising unit only', () => {
    const nature = { ...sampleFacts('SOCIAL_GROUP').nature, religious: true, politicalOrLegal: true };
    expect(said(sampleFacts('SOCIAL_GROUP', { nature }))).toEqual([
      'DR-NOT-POLITICAL /track',
      'DR-NOT-RELIGIOUS /track',
    ]);
    expect(said(sampleDualFacts('SOCIAL_GROUP', { nature }))).toEqual([]);
  });

  it('accepts a consent of the day itself and refuses one of tomorrow (第九条第一款)', () => {
    expect(said(unit(SAMPLE_DAY))).toEqual([]);
    expect(said(unit('2026-11-25'))).toEqual(['SG-9-SUPERVISOR /supervisingUnit/consentedOn']);
  });

  it('refuses a consent without a day, of no real day, and no unit at all', () => {
    expect(said(unit())).toEqual(['SG-9-SUPERVISOR /supervisingUnit/consentedOn']);
    expect(said(unit('2026-02-30'))).toEqual(['SG-9-SUPERVISOR /supervisingUnit/consentedOn']);
    expect(said(sampleDualFacts('SOCIAL_GROUP', { supervisingUnit: undefined }))).toEqual([
      'SG-9-SUPERVISOR /supervisingUnit',
    ]);
  });
});
