import type { Workflow } from '@app/kernel';
import { OPERATING_RIGHTS_CITATION as citation } from './access.table.js';
import type { AdministratorParty } from './role-grant.workflow.js';

export type PasswordResetState = 'PROPOSED' | 'CONFIRMED' | 'REJECTED';
export type PasswordResetAction = 'confirm' | 'reject';

/** How a lost password is replaced: who could do it alone could log in as anybody. */
export const PASSWORD_RESET: Workflow<PasswordResetState, PasswordResetAction, AdministratorParty> = {
  name: 'password-reset',
  initial: 'PROPOSED',
  actions: { confirm: { zh: '确认', en: 'confirm' }, reject: { zh: '驳回', en: 'reject' } },
  states: {
    PROPOSED: {
      title: { zh: '待确认', en: 'proposed' },
      queue: 'SECOND_ADMINISTRATOR',
      on: {
        confirm: { to: 'CONFIRMED', by: ['SECOND_ADMINISTRATOR'], citation },
        reject: { to: 'REJECTED', by: ['SECOND_ADMINISTRATOR'], citation },
      },
    },
    CONFIRMED: { title: { zh: '已重置', en: 'confirmed' }, final: true, on: {} },
    REJECTED: { title: { zh: '已驳回', en: 'rejected' }, final: true, on: {} },
  },
};
