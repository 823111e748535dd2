import type { CaseWorkflow } from '@app/casework';
import { cite } from '@app/kernel';
import { RECOGNITION_CITATION } from './recognition.table.js';

export type RecognitionState = 'DRAFT' | 'NOMINATED' | 'REVIEWED' | 'DECIDED' | 'PUBLISHED' | 'REFUSED' | 'WITHDRAWN';
export type RecognitionAction =
  'nominate' | 'return' | 'complete-review' | 'recognize' | 'refuse' | 'publish' | 'annul' | 'withdraw';

const citation = RECOGNITION_CITATION;
const withdraw = { to: 'WITHDRAWN', by: ['APPLICANT'], citation } as const;

/**
 * How a hub is recognized (认定): nominated by who knows the field, reviewed by the registrar against the four
 * conditions, decided by the leading group (社会建设工作领导小组), published. Reviewer and decider are two people.
 */
export const RECOGNITION: CaseWorkflow<RecognitionState, RecognitionAction> = {
  name: 'hub-recognition',
  initial: 'DRAFT',
  actions: {
    nominate: { zh: '推荐', en: 'nominate' },
    return: { zh: '退回推荐单位', en: 'return to who nominated' },
    'complete-review': { zh: '完成审核', en: 'complete the review' },
    recognize: { zh: '决定认定', en: 'recognize' },
    refuse: { zh: '决定不予认定', en: 'refuse' },
    publish: { zh: '公布', en: 'publish' },
    annul: { zh: '撤销决定', en: 'annul the decision' },
    withdraw: { zh: '撤回推荐', en: 'withdraw the nomination' },
  },
  states: {
    DRAFT: {
      title: { zh: '推荐草稿', en: 'draft' },
      queue: 'APPLICANT',
      on: { nominate: { to: 'NOMINATED', by: ['APPLICANT'], citation }, withdraw },
    },
    NOMINATED: {
      title: { zh: '已推荐，待审核', en: 'nominated' },
      queue: 'REVIEW_OFFICER',
      on: {
        return: { to: 'DRAFT', by: ['REVIEW_OFFICER'], citation, separation: 'REVIEW' },
        'complete-review': { to: 'REVIEWED', by: ['REVIEW_OFFICER'], citation, separation: 'REVIEW' },
        withdraw,
      },
    },
    REVIEWED: {
      title: { zh: '已审核，待领导小组决定', en: 'reviewed' },
      queue: 'LEADING_GROUP_OFFICER',
      on: {
        recognize: { to: 'DECIDED', by: ['LEADING_GROUP_OFFICER'], citation, separation: 'DECIDE' },
        refuse: { to: 'REFUSED', by: ['LEADING_GROUP_OFFICER'], citation, separation: 'DECIDE' },
        withdraw,
      },
    },
    DECIDED: {
      title: { zh: '已决定，待公布', en: 'decided' },
      queue: 'REVIEW_OFFICER',
      on: {
        publish: {
          to: 'PUBLISHED',
          by: ['REVIEW_OFFICER'],
          citation: cite('中华人民共和国政府信息公开条例', '第十九条'),
          separation: 'REVIEW',
        },
        // What was decided may come to stand against the register before it is published.
        annul: { to: 'REFUSED', by: ['LEADING_GROUP_OFFICER'], citation, separation: 'DECIDE' },
      },
    },
    PUBLISHED: { title: { zh: '已公布', en: 'published' }, final: true, on: {} },
    REFUSED: { title: { zh: '不予认定', en: 'refused' }, final: true, on: {} },
    WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
  },
};
