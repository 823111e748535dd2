import type { CaseWorkflow } from '@app/casework';
import { cite } from '@app/kernel';

export type ExOfficioState = 'DRAFT' | 'PROPOSED' | 'ORDERED' | 'REJECTED' | 'WITHDRAWN' | 'LAPSED';
export type ExOfficioAction = 'propose' | 'return' | 'order' | 'reject' | 'withdraw' | 'lapse';

const licence = (article: string) => cite('中华人民共和国行政许可法', article);
/** 依据职权: the registrar acts without being asked; two people, since nobody decides what he proposed himself. */
const office = licence('第六十九条第一款');
const withdraw = { to: 'WITHDRAWN', by: ['APPLICANT'], citation: office } as const;
const lapse = { to: 'LAPSED', by: ['SYSTEM'], citation: licence('第七十条第(三)项') } as const;

/** What the registrar enters of its own motion: one officer proposes, and is the party of his case; another orders it. */
export const EX_OFFICIO: CaseWorkflow<ExOfficioState, ExOfficioAction> = {
  name: 'ex-officio',
  initial: 'DRAFT',
  actions: {
    propose: { zh: '提请决定', en: 'propose' },
    return: { zh: '退回', en: 'return' },
    order: { zh: '决定记载', en: 'order the entry' },
    reject: { zh: '不予记载', en: 'reject' },
    withdraw: { zh: '撤回提请', en: 'withdraw' },
    lapse: { zh: '因组织终止而终止办理', en: 'lapse with the organization' },
  },
  states: {
    DRAFT: {
      title: { zh: '拟稿', en: 'draft' },
      queue: 'APPLICANT',
      on: { propose: { to: 'PROPOSED', by: ['APPLICANT'], citation: office }, withdraw, lapse },
    },
    PROPOSED: {
      title: { zh: '待决定', en: 'proposed' },
      queue: 'APPROVAL_OFFICER',
      on: {
        order: { to: 'ORDERED', by: ['APPROVAL_OFFICER'], citation: office, separation: 'APPROVE' },
        reject: { to: 'REJECTED', by: ['APPROVAL_OFFICER'], citation: office, separation: 'APPROVE' },
        return: { to: 'DRAFT', by: ['APPROVAL_OFFICER'], citation: office, separation: 'APPROVE' },
        withdraw,
        lapse,
      },
    },
    ORDERED: { title: { zh: '已记载', en: 'ordered' }, final: true, on: {} },
    REJECTED: { title: { zh: '不予记载', en: 'rejected' }, final: true, on: {} },
    WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
    LAPSED: { title: { zh: '组织已终止，终止办理', en: 'lapsed with the organization' }, final: true, on: {} },
  },
};
