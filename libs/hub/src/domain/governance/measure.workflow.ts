import type { CaseWorkflow } from '@app/casework';
import { RECOGNITION_CITATION as citation } from './recognition.table.js';

export type MeasureState = 'DRAFT' | 'PROPOSED' | 'ORDERED' | 'REJECTED' | 'WITHDRAWN';
export type MeasureAction = 'propose' | 'return' | 'order' | 'reject' | 'withdraw';

const withdraw = { to: 'WITHDRAWN', by: ['APPLICANT'], citation } as const;
const decided = { by: ['LEADING_GROUP_OFFICER'], citation, separation: 'DECIDE' } as const;

/** What becomes of a recognized hub: a review officer proposes it, the leading group that recognizes hubs orders it. */
export const MEASURE: CaseWorkflow<MeasureState, MeasureAction> = {
  name: 'hub-measure',
  initial: 'DRAFT',
  actions: {
    propose: { zh: '提请决定', en: 'propose' },
    return: { zh: '退回', en: 'return' },
    order: { zh: '决定执行', en: 'order' },
    reject: { zh: '不予执行', en: 'reject' },
    withdraw: { zh: '撤回提请', en: 'withdraw' },
  },
  states: {
    DRAFT: {
      title: { zh: '拟稿', en: 'draft' },
      queue: 'APPLICANT',
      on: { propose: { to: 'PROPOSED', by: ['APPLICANT'], citation }, withdraw },
    },
    PROPOSED: {
      title: { zh: '待领导小组决定', en: 'proposed' },
      queue: 'LEADING_GROUP_OFFICER',
      on: {
        return: { to: 'DRAFT', ...decided },
        order: { to: 'ORDERED', ...decided },
        reject: { to: 'REJECTED', ...decided },
        withdraw,
      },
    },
    ORDERED: { title: { zh: '已执行', en: 'ordered' }, final: true, on: {} },
    REJECTED: { title: { zh: '不予执行', en: 'rejected' }, final: true, on: {} },
    WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
  },
};
