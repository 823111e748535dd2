import { ROLE_TABLE, type Grant, type Role } from '@app/access';
import { assigns, maySeeDesk, maySeeProposal, partiesIn, reportParties, runsDesk } from './hub.policy.js';
import { HUB_MEMBER, HUB_MEMBERSHIP, HUB_PARTY, HUB_REPORT, HUB_REPORT_DUE, HUB_SERVICE } from './desk/desk.table.js';
import { HUB_ASSIGNMENT } from './assignment/assignment.table.js';

const who = (role: Role, scope: string | null) => {
  const grant: Grant = { id: '1', role, scope, scopeType: ROLE_TABLE[role].scopeType };
  return { grants: [grant] };
};
const district = { code: 'HUB-110108-01', division: '110108', above: ['HUB-1-04'] };

it.each([
  ['HUB_OFFICER', 'HUB-110108-01', true],
  ['HUB_OFFICER', 'HUB-1-04', true],
  ['HUB_OFFICER', 'HUB-1-05', false],
  ['HUB_OFFICER', 'HUB-110108001-01', false],
  ['REVIEW_OFFICER', '110000', true],
  ['LEADING_GROUP_OFFICER', '110108', true],
  ['REVIEW_OFFICER', '110105', false],
  ['AUDITOR', null, true],
  ['STREET_OFFICER', '110108001', false],
  ['ADMINISTRATOR', null, false],
] as const)('%s of %s sees the desk of a district hub: %s', (role, scope, sees) => {
  expect(maySeeDesk(who(role, scope), district)).toBe(sees);
});

it('lets nobody run a desk but its own officer', () => {
  expect(runsDesk(who('HUB_OFFICER', 'HUB-110108-01'), district.code)).toBe(true);
  expect(runsDesk(who('HUB_OFFICER', 'HUB-1-04'), district.code)).toBe(false);
});

it('lets officers of the registrar assign, and the hubs that are proposed see what is proposed', () => {
  expect(assigns(who('REVIEW_OFFICER', '110000'), '110108')).toBe(true);
  expect(assigns(who('ACCEPTANCE_OFFICER', '110000'), '110108')).toBe(false);
  const proposal = { authority: '110108', hubs: ['HUB-1-04'] };
  expect(maySeeProposal(who('HUB_OFFICER', 'HUB-1-04'), proposal, ['HUB-1-04'])).toBe(true);
  expect(maySeeProposal(who('HUB_OFFICER', 'HUB-1-05'), proposal, ['HUB-1-05'])).toBe(false);
});

it('takes a report of a hub without one above it to the leading group, any other to the hub above alone', () => {
  const group = who('LEADING_GROUP_OFFICER', '110000');
  expect([...reportParties(group, { ...district, above: [] })]).toEqual(['UPPER']);
  expect([...reportParties(group, district)]).toEqual([]);
  const both = { grants: [...group.grants, ...who('HUB_OFFICER', district.code).grants] };
  expect([...reportParties(both, { ...district, above: [] })]).toEqual(['HUB']);
  expect([...reportParties(who('HUB_OFFICER', 'HUB-1-04'), district)]).toEqual(['UPPER']);
  expect([
    ...partiesIn(who('ORGANIZATION_AGENT', '51110000MJ0101505U'), {
      hub: 'HUB-1-04',
      creditCode: '51110000MJ0101505U',
    }),
  ]).toEqual(['MEMBER']);
});

it('rests on the duties of 专栏6, as we read them', () => {
  const rows = [HUB_MEMBER, HUB_MEMBERSHIP, HUB_SERVICE, HUB_PARTY, HUB_REPORT, HUB_REPORT_DUE, HUB_ASSIGNMENT];
  expect(rows.every(({ mark }) => mark === 'DESIGN')).toBe(true);
  expect([HUB_REPORT_DUE.id, HUB_REPORT_DUE.value]).toEqual(['HUB-REPORT-DUE', { month: 3, day: 31 }]);
});
