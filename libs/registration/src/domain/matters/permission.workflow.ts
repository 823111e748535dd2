import type { CaseWorkflow } from '@app/casework';
import { cite } from '@app/kernel';
import { ESTABLISHMENT, type EstablishmentAction, type EstablishmentState } from '../establishment.workflow.js';

export type PermissionState = EstablishmentState | 'AWAITING_EFFECT' | 'INEFFECTIVE' | 'LAPSED';
export type PermissionAction = EstablishmentAction | 'approve-for-later' | 'take-effect' | 'fail-effect' | 'lapse';

const licence = (article: string) => cite('中华人民共和国行政许可法', article);

/** 法人或者其他组织依法终止的: with the organization goes what it still asks for. The article speaks of permits; that it holds for applications is our reading. */
const lapse = { to: 'LAPSED', by: ['SYSTEM'], citation: licence('第七十条第(三)项'), clock: 'STOP' } as const;

const { states } = ESTABLISHMENT;

/**
 * What an organization needs a permission for: the steps of establishment, taken by the same three
 * people. An approval may wait for its day; and an organization that ends leaves no case behind.
 */
export const PERMISSION: CaseWorkflow<PermissionState, PermissionAction> = {
  name: 'permission',
  initial: 'DRAFT',
  actions: {
    ...ESTABLISHMENT.actions,
    approve: { zh: '准予', en: 'approve' },
    refuse: { zh: '不予', en: 'refuse' },
    'approve-for-later': { zh: '准予，于指定日期生效', en: 'approve as of a later day' },
    'take-effect': { zh: '到期生效', en: 'take effect' },
    'fail-effect': { zh: '到期不能生效', en: 'not take effect' },
    lapse: { zh: '因组织终止而终止办理', en: 'lapse with the organization' },
  },
  states: {
    DRAFT: { ...states.DRAFT, on: { ...states.DRAFT.on, lapse } },
    SUBMITTED: { ...states.SUBMITTED, on: { ...states.SUBMITTED.on, lapse } },
    CORRECTION_REQUESTED: { ...states.CORRECTION_REQUESTED, on: { ...states.CORRECTION_REQUESTED.on, lapse } },
    ACCEPTED: { ...states.ACCEPTED, on: { ...states.ACCEPTED.on, lapse } },
    UNDER_REVIEW: { ...states.UNDER_REVIEW, on: { ...states.UNDER_REVIEW.on, lapse } },
    REVIEW_PAUSED: { ...states.REVIEW_PAUSED, on: { ...states.REVIEW_PAUSED.on, lapse } },
    REVIEWED: {
      ...states.REVIEWED,
      on: {
        ...states.REVIEWED.on,
        'approve-for-later': {
          to: 'AWAITING_EFFECT',
          by: ['APPROVAL_OFFICER'],
          citation: licence('第三十八条第一款'),
          clock: 'STOP',
          separation: 'APPROVE',
        },
        lapse,
      },
    },
    AWAITING_EFFECT: {
      title: { zh: '已准予，待生效', en: 'approved, to take effect on its day' },
      queue: 'SYSTEM',
      on: {
        'take-effect': { to: 'APPROVED', by: ['SYSTEM'], citation: licence('第三十八条第一款') },
        // What the law or the register stands against by its day is not entered: 不符合法定条件.
        'fail-effect': { to: 'INEFFECTIVE', by: ['SYSTEM'], citation: licence('第三十八条第二款') },
        withdraw: { to: 'WITHDRAWN', by: ['APPLICANT'], citation: licence('第二十九条第一款') },
        lapse: { to: 'LAPSED', by: ['SYSTEM'], citation: lapse.citation },
      },
    },
    APPROVED: { title: { zh: '准予', en: 'approved' }, final: true, on: {} },
    REFUSED: { title: { zh: '不予', en: 'refused' }, final: true, on: {} },
    NOT_ADMITTED: { title: states.NOT_ADMITTED.title, final: true, on: {} },
    WITHDRAWN: { title: states.WITHDRAWN.title, final: true, on: {} },
    INEFFECTIVE: { title: { zh: '到期不符合规定，未生效', en: 'did not take effect' }, final: true, on: {} },
    LAPSED: { title: { zh: '组织已终止，终止办理', en: 'lapsed with the organization' }, final: true, on: {} },
  },
};
