import { creditCodeViolations, roleGrantViolations } from './role-grant.rules.js';
import { ROLES, ROLE_TABLE, type Role } from './roles.table.js';

const codes = (role: Role, scope: string | null, others: [Role, string | null][] = []) =>
  roleGrantViolations(
    { role, scope },
    others.map(([held, at]) => ({ role: held, scope: at })),
  ).map(({ code }) => code);

const CODE = '51110000MJ0101505U';
const SCOPES = { NONE: null, DIVISION: '110000', HUB: 'HUB-1-04', CREDIT_CODE: CODE, ORGAN: 'EDUCATION' };
const scopeOf = (role: Role) => (role === 'STREET_OFFICER' ? '110101001' : SCOPES[ROLE_TABLE[role].scopeType]);

describe('roleGrantViolations', () => {
  it.each(ROLES)('%s takes its own kind of scope and no other', (role) => {
    expect(codes(role, scopeOf(role))).toEqual([]);
    const wrong = scopeOf(role) === null ? '110000' : null;
    expect(codes(role, wrong).length).toBeGreaterThan(0);
  });

  it('gives a street nine digits and a district six', () => {
    expect(codes('STREET_OFFICER', '110101')).toEqual(['ROLE-SCOPE']);
    expect(codes('REVIEW_OFFICER', '110101001')).toEqual(['ROLE-SCOPE']);
    expect(codes('HUB_OFFICER', 'hub 1')).toEqual(['ROLE-SCOPE']);
  });

  it.each(ROLES.filter((role) => role.endsWith('_OFFICER')))('keeps administrator and %s apart, both ways', (role) => {
    expect(codes(role, scopeOf(role), [['ADMINISTRATOR', null]])).toEqual(['ADMINISTRATOR-DECIDES-NOTHING']);
    expect(codes('ADMINISTRATOR', null, [[role, scopeOf(role)]])).toEqual(['ADMINISTRATOR-DECIDES-NOTHING']);
  });

  it('lets an administrator file an application of his own', () => {
    expect(codes('ADMINISTRATOR', null, [['APPLICANT', null]])).toEqual([]);
  });

  it('refuses a role a second time, not the same role elsewhere', () => {
    expect(codes('REVIEW_OFFICER', '110108', [['REVIEW_OFFICER', '110108']])).toEqual(['ROLE-HELD']);
    expect(codes('REVIEW_OFFICER', '110108', [['REVIEW_OFFICER', '110105']])).toEqual([]);
  });
});

describe('creditCodeViolations', () => {
  it('wants a lawful code of civil affairs', () => {
    expect(creditCodeViolations(CODE, '/creditCode')).toEqual([]);
    expect(creditCodeViolations('51110000MJ0101505X', '/creditCode')).toHaveLength(1);
    expect(creditCodeViolations('12110000400687411A', '/creditCode').length).toBeGreaterThan(0);
  });
});
