import type { NoticeTemplate } from '@app/notices';
import type { Party } from './case.js';

/** What the applicant is told when a step of this name is taken; an action that is not here tells nobody. */
export const STEP_NOTICES: Readonly<Record<string, NoticeTemplate>> = {
  submit: 'case-received',
  'request-correction': 'correction-asked',
  accept: 'accepted',
  'deem-accepted': 'deemed-accepted',
  'not-admit': 'not-admitted',
  pause: 'review-paused',
  resume: 'review-resumed',
  extend: 'period-extended',
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
  'approve-for-later': 'approved-for-later',
  'take-effect': 'took-effect',
  'fail-effect': 'not-effective',
  record: 'recorded',
  'not-record': 'not-recorded',
  lapse: 'lapsed',
  order: 'proposal-ordered',
  reject: 'proposal-rejected',
  return: 'proposal-returned',
  publish: 'hub-published',
  abandon: 'abandoned',
};

/** Where the cases of a procedure are read in the API; a procedure that is not here sends notices without a path. */
const CASE_PATHS: Readonly<Record<string, string>> = {
  establishment: '/api/v1/registrations',
  permission: '/api/v1/matters',
  recording: '/api/v1/matters',
  'ex-officio': '/api/v1/matters',
  'hub-recognition': '/api/v1/hub-recognitions',
  'hub-measure': '/api/v1/hub-measures',
  filing: '/api/v1/filings',
  'filing-by-hub': '/api/v1/filings',
};

export interface TakenStep {
  readonly action: string;
  readonly party: Party;
  readonly internal?: boolean;
}

/**
 * The notice that a step is told by. The applicant knows what he did himself; of a submission he is told that it was
 * received. What a table marks as internal stays within the office.
 */
export function noticeOfStep({ action, party, internal = false }: TakenStep): NoticeTemplate | undefined {
  if (internal || (party === 'APPLICANT' && action !== 'submit')) return undefined;
  return Object.hasOwn(STEP_NOTICES, action) ? STEP_NOTICES[action] : undefined;
}

export function casePath(procedure: string, id: string): string | undefined {
  return Object.hasOwn(CASE_PATHS, procedure) ? `${CASE_PATHS[procedure]}/${id}` : undefined;
}
