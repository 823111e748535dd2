import { promotionMeasures } from './promotion.js';

const NOTHING = { memberCount: 0, funds: 0, hasPremises: false, fullTimeStaff: 0 };
const of = (has: Partial<typeof NOTHING>, kind: string) =>
  promotionMeasures({ ...NOTHING, ...has }).find((measure) => measure.kind === kind)!;

describe('a 社会团体 (条例 第十条)', () => {
  const ENOUGH = { memberCount: 50, funds: 30_000, hasPremises: true, fullTimeStaff: 1 };

  it('is near at 50 members, 30,000 yuan, premises and one of staff (PROMOTE-SG-MEMBERS, PROMOTE-SG-FUNDS)', () =>
    expect(of(ENOUGH, 'SOCIAL_GROUP')).toMatchObject({ readiness: 'READY', missing: [] }));

  it.each([
    ['49 members (PROMOTE-SG-MEMBERS)', { memberCount: 49 }, 'members'],
    ['29,999 yuan (PROMOTE-SG-FUNDS)', { funds: 29_999 }, 'funds'],
    ['no premises (PROMOTE-SG-PREMISES)', { hasPremises: false }, 'premises'],
    ['no staff (PROMOTE-SG-STAFF)', { fullTimeStaff: 0 }, 'staff'],
  ])('lacks something with %s', (_, change, condition) => {
    const { readiness, missing } = of({ ...ENOUGH, ...change }, 'SOCIAL_GROUP');
    expect([readiness, missing.map((each) => each.condition)]).toEqual(['NEARLY', [condition]]);
  });
});

describe('a 社会服务机构 (暂行条例 第八条)', () => {
  it('needs no number of members (PROMOTE-SSI-STAFF, PROMOTE-SSI-FUNDS, PROMOTE-SSI-PREMISES)', () => {
    const enough = { funds: 1, hasPremises: true, fullTimeStaff: 1 };
    expect(of(enough, 'SOCIAL_SERVICE_INSTITUTION').readiness).toBe('READY');
    expect(of({ ...enough, funds: 0 }, 'SOCIAL_SERVICE_INSTITUTION').missing).toHaveLength(1);
  });
});

it('is nearly there with two things lacking, not with three (PROMOTE-NEARLY)', () => {
  expect(of({ hasPremises: true }, 'SOCIAL_SERVICE_INSTITUTION').readiness).toBe('NEARLY');
  expect(of({}, 'SOCIAL_SERVICE_INSTITUTION').readiness).toBe('NOT_YET');
});

it('names the nearest kind first', () => {
  expect(promotionMeasures({ ...NOTHING, memberCount: 60, funds: 30_000, hasPremises: true })[0].missing).toHaveLength(
    1,
  );
  const [nearest, other] = promotionMeasures({ ...NOTHING, funds: 1, hasPremises: true, fullTimeStaff: 1 });
  expect([nearest.kind, other.kind]).toEqual(['SOCIAL_SERVICE_INSTITUTION', 'SOCIAL_GROUP']);
});
