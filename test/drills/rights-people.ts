import type { Principal } from '@app/access';
import { testPassword } from '../support/app.js';
import type { Bureau } from '../support/registrations.js';
import { grantRole, signUp } from '../support/roles.js';

/** A credit code of a society registered in Shanghai, and the registrar there. */
export const SHANGHAI_CODE = '51310000500012681C';
export const SHANGHAI = '310000';

/** Colleagues of the demo accounts at other places: below the city, in another city, hub, organ, organization. */
const ELSEWHERE: readonly (readonly [username: string, role: string, scope?: string])[] = [
  ['shouli-haidian', 'ACCEPTANCE_OFFICER', '110108'],
  ['shencha-haidian', 'REVIEW_OFFICER', '110108'],
  ['jueding-haidian', 'APPROVAL_OFFICER', '110108'],
  ['shouli-hu', 'ACCEPTANCE_OFFICER', SHANGHAI],
  ['shencha-hu', 'REVIEW_OFFICER', SHANGHAI],
  ['jueding-hu', 'APPROVAL_OFFICER', SHANGHAI],
  ['zhifa-hu', 'ENFORCEMENT_OFFICER', SHANGHAI],
  ['tuogou-hu', 'DECOUPLING_OFFICER', SHANGHAI],
  ['lingdao-hu', 'LEADING_GROUP_OFFICER', SHANGHAI],
  ['jiedao-haidian', 'STREET_OFFICER', '110108001'],
  ['shuniu-kexie', 'HUB_OFFICER', 'HUB-1-05'],
  // Of a hub below the demo hub, recognized before anybody is asked: its first in its division.
  ['shuniu-haidian', 'HUB_OFFICER', 'HUB-110108-01'],
  // Of no hub that there is.
  ['shuniu-wu', 'HUB_OFFICER', 'HUB-9-99'],
  ['weiban-weisheng', 'DEPARTMENT_OFFICER', 'HEALTH'],
  ['jingban-hu', 'ORGANIZATION_AGENT', SHANGHAI_CODE],
  ['shenqing-hu', 'APPLICANT'],
];

/** Makes the colleagues, and tells who everybody is by his own account of himself. */
export async function everybody(bureau: Bureau, demo: readonly string[]): Promise<Principal[]> {
  for (const [username, role, scope] of ELSEWHERE) {
    await signUp(bureau, username, testPassword());
    if (role !== 'APPLICANT') await grantRole(bureau, username, role, scope);
  }
  return Promise.all([...demo, ...ELSEWHERE.map(([username]) => username)].map((who) => principalOf(bureau, who)));
}

async function principalOf(bureau: Bureau, username: string): Promise<Principal> {
  const { body } = await bureau.call(username, 'get', '/auth/me');
  const { id, displayName, mustChangePassword, grants } = body as Principal & { id: string };
  return { accountId: id, username, name: username, displayName, sessionId: null, mustChangePassword, grants };
}
