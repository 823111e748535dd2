import { memberViolations } from './members.rules.js';
import { SAMPLE_DAY, sampleFacts } from './testing/sample-facts.js';

describe('members of a 社会团体 (第十条第一款第(一)项)', () => {
  const say = (individuals: number, units: number) =>
    memberViolations(sampleFacts('SOCIAL_GROUP', { members: { individuals, units } }), SAMPLE_DAY).map(
      ({ message }) => message.zh,
    );

  it.each([
    [50, 0],
    [51, 0],
    [0, 30],
    [0, 31],
    [49, 1],
    [1, 49],
    [50, 1],
  ])('accepts %i individual and %i unit members', (individuals, units) => {
    expect(say(individuals, units)).toEqual([]);
  });

  it.each([
    [49, 0, '个人会员49个，不足50个'],
    [0, 29, '单位会员29个，不足30个'],
    [0, 0, '个人会员0个，不足50个'],
    [48, 1, '个人会员48个、单位会员1个，共49个，不足50个'],
    [1, 30, '个人会员1个、单位会员30个，共31个，不足50个'],
  ])('refuses %i individual and %i unit members', (individuals, units, zh) => {
    expect(say(individuals, units)).toEqual([zh]);
  });

  it('asks no members of other kinds', () => {
    expect(memberViolations(sampleFacts('FOUNDATION'), SAMPLE_DAY)).toEqual([]);
    expect(memberViolations(sampleFacts('SOCIAL_SERVICE_INSTITUTION'), SAMPLE_DAY)).toEqual([]);
  });
});
