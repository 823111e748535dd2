import type { Workflow } from '@app/kernel';
import { OPERATING_RIGHTS_CITATION as citation } from './access.table.js';

export type RoleGrantState = 'PROPOSED' | 'ACTIVE' | 'REJECTED' | 'REVOKED';
export type RoleGrantAction = 'confirm' | 'reject' | 'revoke';
export type AdministratorParty = 'ADMINISTRATOR' | 'SECOND_ADMINISTRATOR';

/** How a role is given and taken: two administrators give it, one takes it. */
export const ROLE_GRANT: Workflow<RoleGrantState, RoleGrantAction, AdministratorParty> = {
  name: 'role-grant',
  initial: 'PROPOSED',
  actions: {
    confirm: { zh: '确认', en: 'confirm' },
    reject: { zh: '驳回', en: 'reject' },
    revoke: { zh: '收回', en: 'revoke' },
  },
  states: {
    PROPOSED: {
      title: { zh: '待确认', en: 'proposed' },
      queue: 'SECOND_ADMINISTRATOR',
      on: {
        confirm: { to: 'ACTIVE', by: ['SECOND_ADMINISTRATOR'], citation },
        reject: { to: 'REJECTED', by: ['SECOND_ADMINISTRATOR'], citation },
      },
    },
    ACTIVE: {
      title: { zh: '有效', en: 'active' },
      queue: 'ADMINISTRATOR',
      on: { revoke: { to: 'REVOKED', by: ['ADMINISTRATOR'], citation } },
    },
    REJECTED: { title: { zh: '已驳回', en: 'rejected' }, final: true, on: {} },
    REVOKED: { title: { zh: '已收回', en: 'revoked' }, final: true, on: {} },
  },
};
