import type { Role } from '../domain/roles.table.js';

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly (readonly [Role, string | null])[];
}

const CITY = '110000';
const STREET = '110101001';

/** The organization that the demo agent acts for; a lawful code of the city, of no organization until one is entered. */
export const DEMO_CREDIT_CODE = '51110000MJ0101505U';

/** The accounts of a demonstration: one for every role, two where two different people are needed. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  demo('applicant', '演示申请人', ['APPLICANT', null]),
  demo('agent', '演示经办人', ['APPLICANT', null], ['ORGANIZATION_AGENT', DEMO_CREDIT_CODE]),
  demo('acceptance', '演示受理人员', ['ACCEPTANCE_OFFICER', CITY]),
  demo('review', '演示审查人员', ['REVIEW_OFFICER', CITY]),
  demo('approval', '演示决定人员', ['APPROVAL_OFFICER', CITY]),
  demo('street', '演示街道人员甲', ['STREET_OFFICER', STREET]),
  demo('street2', '演示街道人员乙', ['STREET_OFFICER', STREET]),
  demo('hub', '演示枢纽人员', ['HUB_OFFICER', 'HUB-1-04']),
  demo('leading-group', '演示领导小组人员', ['LEADING_GROUP_OFFICER', CITY]),
  demo('department', '演示业务主管单位人员', ['DEPARTMENT_OFFICER', 'EDUCATION']),
  demo('decoupling', '演示脱钩工作人员', ['DECOUPLING_OFFICER', CITY]),
  demo('enforcement', '演示执法人员甲', ['ENFORCEMENT_OFFICER', CITY]),
  demo('enforcement2', '演示执法人员乙', ['ENFORCEMENT_OFFICER', CITY]),
  demo('auditor', '演示审计人员', ['AUDITOR', null]),
  demo('administrator', '演示管理员甲', ['ADMINISTRATOR', null]),
  demo('administrator2', '演示管理员乙', ['ADMINISTRATOR', null]),
];

function demo(username: string, displayName: string, ...grants: DemoAccount['grants'][number][]): DemoAccount {
  return { username, displayName, grants };
}
