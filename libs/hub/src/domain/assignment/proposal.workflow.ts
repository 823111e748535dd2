import type { Workflow } from '@app/kernel';
import { HUB_ASSIGNMENT } from './assignment.table.js';

export type ProposalState = 'PROPOSED' | 'CONFIRMED' | 'CHANGED' | 'DECLINED' | 'SUPERSEDED';
export type ProposalAction = 'confirm' | 'change' | 'decline' | 'supersede';
/** OFFICER assigns for the registrar; HUB is a hub that the proposal names; SYSTEM makes a new proposal. */
export type ProposalParty = 'OFFICER' | 'HUB' | 'SYSTEM';

const { citation } = HUB_ASSIGNMENT;
const answered = { by: ['OFFICER', 'HUB'], citation } as const;

/** What becomes of a proposal: a person answers it, once, or a new one takes its place. */
export const PROPOSAL: Workflow<ProposalState, ProposalAction, ProposalParty> = {
  name: 'hub-proposal',
  initial: 'PROPOSED',
  actions: {
    confirm: { zh: '确认', en: 'confirm' },
    change: { zh: '改派', en: 'change' },
    decline: { zh: '不予采纳', en: 'decline' },
    supersede: { zh: '被新建议取代', en: 'supersede' },
  },
  states: {
    PROPOSED: {
      title: { zh: '待确认', en: 'proposed' },
      queue: 'OFFICER',
      on: {
        confirm: { to: 'CONFIRMED', ...answered },
        change: { to: 'CHANGED', ...answered },
        decline: { to: 'DECLINED', ...answered },
        supersede: { to: 'SUPERSEDED', by: ['SYSTEM'], citation },
      },
    },
    CONFIRMED: { title: { zh: '已确认', en: 'confirmed' }, final: true, on: {} },
    CHANGED: { title: { zh: '已改派', en: 'changed' }, final: true, on: {} },
    DECLINED: { title: { zh: '未采纳', en: 'declined' }, final: true, on: {} },
    SUPERSEDED: { title: { zh: '已被取代', en: 'superseded' }, final: true, on: {} },
  },
};
