import { PROMOTE_NEARLY, PROMOTE_SERVICE_INSTITUTION, PROMOTE_SOCIAL_GROUP } from '@app/filing';
import { SERVICE_INSTITUTION_CONDITIONS, SOCIAL_GROUP_CONDITIONS } from '@app/registration';

/** The two libs are of one rank and do not know each other: what one measures by is what the other grants by. */
describe('the watch over filed groups measures by the conditions of registration', () => {
  const rows = (table: object) => Object.values(table) as { id: string; value: { least: number }; citation: object }[];

  it('of a 社会团体: 50 individual members, 30,000 yuan, premises, staff (条例 第十条)', () => {
    const { members, fundsLocal, premises, staff } = SOCIAL_GROUP_CONDITIONS;
    expect(rows(PROMOTE_SOCIAL_GROUP).map(({ id, value, citation }) => [id, value.least, citation])).toEqual([
      ['PROMOTE-SG-MEMBERS', members.value.individuals, members.citation],
      ['PROMOTE-SG-PREMISES', 1, premises.citation],
      ['PROMOTE-SG-STAFF', staff.value.minimum, staff.citation],
      ['PROMOTE-SG-FUNDS', fundsLocal.value.minimum, fundsLocal.citation],
    ]);
  });

  it('of a 社会服务机构: staff, property of its own, premises (暂行条例 第八条)', () => {
    const { staff, funds, premises } = SERVICE_INSTITUTION_CONDITIONS;
    expect(rows(PROMOTE_SERVICE_INSTITUTION).map(({ id, value, citation }) => [id, value.least, citation])).toEqual([
      ['PROMOTE-SSI-STAFF', staff.value.minimum, staff.citation],
      ['PROMOTE-SSI-FUNDS', funds.value.above + 1, funds.citation],
      ['PROMOTE-SSI-PREMISES', 1, premises.citation],
    ]);
  });

  it('and calls near what lacks two things at most: our own choice', () =>
    expect(PROMOTE_NEARLY).toMatchObject({ id: 'PROMOTE-NEARLY', value: { lacking: 2 }, mark: 'DESIGN' }));
});
