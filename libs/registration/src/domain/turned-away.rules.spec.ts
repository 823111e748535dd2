import { SAMPLE_DAY, sampleFacts } from './testing/sample-facts.js';
import { turnedAway } from './turned-away.rules.js';

const nature = sampleFacts('SOCIAL_GROUP').nature;

describe('turnedAway', () => {
  it('sends an office of an overseas NGO to the police of the province (境外NGO法 第六条)', () => {
    const [found] = turnedAway(sampleFacts('FOUNDATION', { nature: { ...nature, overseasOffice: true } }), SAMPLE_DAY);
    expect(found).toMatchObject({ code: 'ON-6-1-OVERSEAS', pointer: '/nature/overseasOffice' });
    expect(found!.address.zh).toContain('北京市人民政府公安机关');
  });

  it('did not before that law was in force', () => {
    const facts = sampleFacts('FOUNDATION', { nature: { ...nature, overseasOffice: true } });
    expect(turnedAway(facts, '2016-12-31')).toEqual([]);
  });

  it.each([
    ['cppccBody', 'SG-3-3-1-CPPCC'],
    ['exemptedByStateCouncil', 'SG-3-3-2-EXEMPTED'],
    ['internalToOneUnit', 'SG-3-3-3-INTERNAL'],
  ] as const)('tells a group that is %s that it need not register (第三条第三款)', (flag, code) => {
    const flags = { nature: { ...nature, [flag]: true } };
    expect(turnedAway(sampleFacts('SOCIAL_GROUP', flags), SAMPLE_DAY).map((each) => each.code)).toEqual([code]);
    expect(turnedAway(sampleFacts('FOUNDATION', flags), SAMPLE_DAY)).toEqual([]);
  });

  it('lets everyone else apply', () => expect(turnedAway(sampleFacts('SOCIAL_GROUP'), SAMPLE_DAY)).toEqual([]));
});
