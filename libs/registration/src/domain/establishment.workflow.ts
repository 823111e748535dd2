import type { CaseWorkflow } from '@app/casework';
import { cite } from '@app/kernel';

export type EstablishmentState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'CORRECTION_REQUESTED'
  | 'ACCEPTED'
  | 'UNDER_REVIEW'
  | 'REVIEW_PAUSED'
  | 'REVIEWED'
  | 'APPROVED'
  | 'REFUSED'
  | 'NOT_ADMITTED'
  | 'WITHDRAWN';

export type EstablishmentAction =
  | 'submit'
  | 'request-correction'
  | 'accept'
  | 'deem-accepted'
  | 'not-admit'
  | 'begin-review'
  | 'pause'
  | 'resume'
  | 'complete-review'
  | 'return-to-review'
  | 'extend'
  | 'approve'
  | 'refuse'
  | 'withdraw';

const licence = (article: string) => cite('中华人民共和国行政许可法', article);
const filing = licence('第二十九条、第三十一条');
const correction = licence('第三十二条第一款第(四)项');
const acceptance = licence('第三十二条第一款第(五)项');
const refusal = licence('第三十八条第二款');

/** No article speaks of withdrawal: whoever may apply may take the application back, as long as it is not decided. */
const withdraw = { to: 'WITHDRAWN', by: ['APPLICANT'], citation: licence('第二十九条第一款'), clock: 'STOP' } as const;
const extend = {
  by: ['APPROVAL_OFFICER'],
  citation: licence('第四十二条第一款'),
  clock: 'EXTEND',
  separation: 'APPROVE',
} as const;

/**
 * Establishment (成立登记), from draft to decision. Three people decide: one accepts, one reviews, one
 * approves (separation set ACCEPT, REVIEW, APPROVE; the database holds the same table).
 */
export const ESTABLISHMENT: CaseWorkflow<EstablishmentState, EstablishmentAction> = {
  name: 'establishment',
  initial: 'DRAFT',
  actions: {
    submit: { zh: '提交', en: 'submit' },
    'request-correction': { zh: '一次告知补正', en: 'ask for correction, once' },
    accept: { zh: '受理', en: 'accept' },
    'deem-accepted': { zh: '逾期未告知视为受理', en: 'be deemed accepted' },
    'not-admit': { zh: '不予受理', en: 'refuse admission' },
    'begin-review': { zh: '开始审查', en: 'begin the review' },
    pause: { zh: '中止计时（听证、专家评审）', en: 'pause for a hearing or expert review' },
    resume: { zh: '恢复计时', en: 'resume' },
    'complete-review': { zh: '提出审查意见', en: 'complete the review with an opinion' },
    'return-to-review': { zh: '退回审查', en: 'return to review' },
    extend: { zh: '延长期限', en: 'extend the period' },
    approve: { zh: '准予登记', en: 'approve' },
    refuse: { zh: '不予登记', en: 'refuse' },
    withdraw: { zh: '撤回申请', en: 'withdraw' },
  },
  states: {
    DRAFT: {
      title: { zh: '草稿', en: 'draft' },
      queue: 'APPLICANT',
      on: {
        submit: { to: 'SUBMITTED', by: ['APPLICANT'], citation: filing, clock: 'START' },
        withdraw,
      },
    },
    SUBMITTED: {
      title: { zh: '已提交，待受理', en: 'submitted' },
      queue: 'ACCEPTANCE_OFFICER',
      on: {
        'request-correction': {
          to: 'CORRECTION_REQUESTED',
          by: ['ACCEPTANCE_OFFICER'],
          citation: correction,
          clock: 'STOP',
          separation: 'ACCEPT',
        },
        accept: {
          to: 'ACCEPTED',
          by: ['ACCEPTANCE_OFFICER'],
          citation: acceptance,
          clock: 'RESTART',
          separation: 'ACCEPT',
        },
        'deem-accepted': { to: 'ACCEPTED', by: ['SYSTEM'], citation: correction, clock: 'RESTART' },
        'not-admit': {
          to: 'NOT_ADMITTED',
          by: ['ACCEPTANCE_OFFICER'],
          citation: licence('第三十二条第一款第(一)项、第(二)项'),
          clock: 'STOP',
          separation: 'ACCEPT',
        },
        withdraw,
      },
    },
    CORRECTION_REQUESTED: {
      title: { zh: '待补正', en: 'correction requested' },
      queue: 'APPLICANT',
      on: {
        submit: { to: 'SUBMITTED', by: ['APPLICANT'], citation: correction, clock: 'START' },
        withdraw,
      },
    },
    ACCEPTED: {
      title: { zh: '已受理，待审查', en: 'accepted' },
      queue: 'REVIEW_OFFICER',
      on: {
        'begin-review': {
          to: 'UNDER_REVIEW',
          by: ['REVIEW_OFFICER'],
          citation: licence('第三十四条第一款'),
          separation: 'REVIEW',
        },
        withdraw,
      },
    },
    UNDER_REVIEW: {
      title: { zh: '审查中', en: 'under review' },
      queue: 'REVIEW_OFFICER',
      on: {
        pause: {
          to: 'REVIEW_PAUSED',
          by: ['REVIEW_OFFICER'],
          citation: licence('第四十五条'),
          clock: 'PAUSE',
          separation: 'REVIEW',
        },
        'complete-review': {
          to: 'REVIEWED',
          by: ['REVIEW_OFFICER'],
          citation: licence('第三十四条、第三十七条'),
          separation: 'REVIEW',
          internal: true,
        },
        extend: { ...extend, to: 'UNDER_REVIEW' },
        withdraw,
      },
    },
    REVIEW_PAUSED: {
      title: { zh: '审查中止计时', en: 'review paused' },
      queue: 'REVIEW_OFFICER',
      on: {
        resume: {
          to: 'UNDER_REVIEW',
          by: ['REVIEW_OFFICER'],
          citation: licence('第四十五条'),
          clock: 'RESUME',
          separation: 'REVIEW',
        },
        withdraw,
      },
    },
    REVIEWED: {
      title: { zh: '已审查，待决定', en: 'reviewed' },
      queue: 'APPROVAL_OFFICER',
      on: {
        approve: {
          to: 'APPROVED',
          by: ['APPROVAL_OFFICER'],
          citation: licence('第三十八条第一款'),
          clock: 'STOP',
          separation: 'APPROVE',
        },
        refuse: { to: 'REFUSED', by: ['APPROVAL_OFFICER'], citation: refusal, clock: 'STOP', separation: 'APPROVE' },
        'return-to-review': {
          to: 'UNDER_REVIEW',
          by: ['APPROVAL_OFFICER'],
          citation: licence('第三十四条第三款'),
          separation: 'APPROVE',
          internal: true,
        },
        extend: { ...extend, to: 'REVIEWED' },
        withdraw,
      },
    },
    APPROVED: { title: { zh: '准予登记', en: 'approved' }, final: true, on: {} },
    REFUSED: { title: { zh: '不予登记', en: 'refused' }, final: true, on: {} },
    NOT_ADMITTED: { title: { zh: '不予受理', en: 'not admitted' }, final: true, on: {} },
    WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
  },
};
