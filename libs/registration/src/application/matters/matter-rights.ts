import { holds, type Principal } from '@app/access';
import { NotPermitted } from '@app/kernel';
import type { Matter } from '../../domain/matters/matter.js';

/**
 * An organization speaks through its agent, the registrar through the officer of its division.
 * @throws NotPermitted for everybody else, also for whoever has lost that right since he opened the case.
 */
export function requireRight(
  principal: Principal,
  { by }: Matter,
  { creditCode, authority }: { readonly creditCode: string; readonly authority: string },
): void {
  if (holds(principal, by, by === 'ORGANIZATION_AGENT' ? creditCode : authority)) return;
  throw new NotPermitted({
    zh: by === 'ORGANIZATION_AGENT' ? '您不是该组织的经办人' : '该事项须由登记管理机关相应岗位的人员提出',
    en:
      by === 'ORGANIZATION_AGENT'
        ? 'You are not an agent of the organization'
        : 'An officer of the registrar opens this matter',
  });
}
