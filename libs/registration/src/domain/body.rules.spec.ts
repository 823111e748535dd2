import { bodyViolations } from './body.rules.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { SAMPLE_DAY, sampleFacts } from './testing/sample-facts.js';

const codes = (facts: EstablishmentFacts) => bodyViolations(facts, SAMPLE_DAY).map(({ code }) => code);

describe('the body itself', () => {
  it.each([
    ['SOCIAL_GROUP', 'SG-10-1-4-STAFF'],
    ['SOCIAL_SERVICE_INSTITUTION', 'SSI-8-1-3-STAFF'],
    ['FOUNDATION', 'FD-8-3-STAFF'],
  ] as const)('of a %s needs one member of staff (%s)', (kind, code) => {
    const at = (fullTimeStaff: number) => codes(sampleFacts(kind, { fullTimeStaff }));
    expect([at(0), at(1)]).toEqual([[code], []]);
  });

  it('refuses a residence in a division that does not exist, at /division', () => {
    const [found] = bodyViolations(sampleFacts('SOCIAL_GROUP', { divisionKnown: false }), SAMPLE_DAY);
    expect([found!.code, found!.pointer]).toEqual(['SG-10-1-3-PREMISES', '/division']);
  });

  it('asks the area of activity of a 社会团体 alone (第十二条第二款)', () => {
    expect(codes(sampleFacts('SOCIAL_GROUP', { activityArea: ' ' }))).toEqual(['SG-12-2-AREA']);
    expect(codes(sampleFacts('FOUNDATION', { activityArea: '' }))).toEqual([]);
  });
});
