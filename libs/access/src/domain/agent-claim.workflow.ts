import type { Workflow } from '@app/kernel';
import { OPERATING_RIGHTS_CITATION as citation } from './access.table.js';

export type AgentClaimState = 'PENDING' | 'VERIFIED' | 'REJECTED';
export type AgentClaimAction = 'verify' | 'reject';

/** How an account comes to act for an organization: it says so, and an officer of the registrar finds it true. */
export const AGENT_CLAIM: Workflow<AgentClaimState, AgentClaimAction, 'ACCEPTANCE_OFFICER'> = {
  name: 'agent-claim',
  initial: 'PENDING',
  actions: { verify: { zh: '核实', en: 'verify' }, reject: { zh: '驳回', en: 'reject' } },
  states: {
    PENDING: {
      title: { zh: '待核实', en: 'pending' },
      queue: 'ACCEPTANCE_OFFICER',
      on: {
        verify: { to: 'VERIFIED', by: ['ACCEPTANCE_OFFICER'], citation },
        reject: { to: 'REJECTED', by: ['ACCEPTANCE_OFFICER'], citation },
      },
    },
    VERIFIED: { title: { zh: '已核实', en: 'verified' }, final: true, on: {} },
    REJECTED: { title: { zh: '已驳回', en: 'rejected' }, final: true, on: {} },
  },
};
