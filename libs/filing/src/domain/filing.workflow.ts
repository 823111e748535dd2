import type { CaseWorkflow, Party } from '@app/casework';
import { cite, type Edge } from '@app/kernel';

export type FilingState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'CORRECTION_REQUESTED'
  | 'RESUBMITTED'
  | 'CHECKED'
  | 'RECORDED'
  | 'NOT_RECORDED'
  | 'WITHDRAWN'
  | 'ABANDONED';
export type FilingByHubState = Exclude<FilingState, 'CHECKED'>;
export type FilingByHubAction = 'submit' | 'request-correction' | 'record' | 'not-record' | 'withdraw' | 'abandon';
export type FilingAction = FilingByHubAction | 'propose' | 'check';

const licence = (article: string) => cite('中华人民共和国行政许可法', article);
/** The plan asks for a system of filing and says nothing of its steps: those of papers that are received are followed. */
const filing = cite('京办发〔2016〕43号', '四(二)');
const correction = licence('第三十二条第一款第(四)项');
const refusal = licence('第三十八条第二款');

const ACTIONS: CaseWorkflow<FilingByHubState, FilingByHubAction>['actions'] = {
  submit: { zh: '报送', en: 'submit' },
  'request-correction': { zh: '一次告知补正', en: 'ask for correction, once' },
  record: { zh: '予以备案', en: 'record' },
  'not-record': { zh: '不予备案', en: 'refuse to record' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  abandon: { zh: '逾期未补正，终止办理', en: 'close for want of correction' },
};

const ENDS = {
  RECORDED: { title: { zh: '已备案', en: 'recorded' }, final: true, on: {} },
  NOT_RECORDED: { title: { zh: '不予备案', en: 'not recorded' }, final: true, on: {} },
  WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
  ABANDONED: { title: { zh: '逾期未补正', en: 'not corrected in time' }, final: true, on: {} },
} as const;
const TITLES = {
  DRAFT: { zh: '草稿', en: 'draft' },
  SUBMITTED: { zh: '已报送', en: 'submitted' },
  CORRECTION_REQUESTED: { zh: '待补正', en: 'correction requested' },
  RESUBMITTED: { zh: '已补正', en: 'corrected' },
} as const;

type AnyEdge<To extends FilingState> = Edge<To, Party>;
const submit: AnyEdge<'SUBMITTED'> = { to: 'SUBMITTED', by: ['APPLICANT'], citation: filing, clock: 'START' };
const submitAgain: AnyEdge<'RESUBMITTED'> = {
  to: 'RESUBMITTED',
  by: ['APPLICANT'],
  citation: correction,
  clock: 'RESTART',
};
const withdraw: AnyEdge<'WITHDRAWN'> = {
  to: 'WITHDRAWN',
  by: ['APPLICANT'],
  citation: licence('第二十九条第一款'),
  clock: 'STOP',
};
const abandon: AnyEdge<'ABANDONED'> = { to: 'ABANDONED', by: ['SYSTEM'], citation: filing, clock: 'STOP' };
const asked = (by: Party): AnyEdge<'CORRECTION_REQUESTED'> => {
  return { to: 'CORRECTION_REQUESTED', by: [by], citation: correction, clock: 'RESTART' };
};
const record = (by: Party): AnyEdge<'RECORDED'> => ({ to: 'RECORDED', by: [by], citation: filing, clock: 'STOP' });
const refuse = (by: Party): AnyEdge<'NOT_RECORDED'> => {
  return { to: 'NOT_RECORDED', by: [by], citation: refusal, clock: 'STOP' };
};

const check: AnyEdge<'CHECKED'> = { to: 'CHECKED', by: ['STREET_OFFICER'], citation: filing, separation: 'CHECK' };
const decided = { separation: 'DECIDE' } as const;

/**
 * Filing at a street or township office (属地备案), of groups of the net too: one officer checks, another decides. What an
 * officer enters himself, from papers at the counter or of his own motion, is checked by that and decided by a colleague.
 */
export const FILING: CaseWorkflow<FilingState, FilingAction> = {
  name: 'filing',
  initial: 'DRAFT',
  actions: { ...ACTIONS, propose: { zh: '提请决定', en: 'propose' }, check: { zh: '核查', en: 'check' } },
  states: {
    DRAFT: {
      title: TITLES.DRAFT,
      queue: 'APPLICANT',
      on: {
        submit,
        propose: { to: 'CHECKED', by: ['APPLICANT'], citation: filing, clock: 'START' },
        withdraw,
      },
    },
    SUBMITTED: {
      title: TITLES.SUBMITTED,
      queue: 'STREET_OFFICER',
      on: { 'request-correction': { ...asked('STREET_OFFICER'), separation: 'CHECK' }, check, withdraw },
    },
    CORRECTION_REQUESTED: {
      title: TITLES.CORRECTION_REQUESTED,
      queue: 'APPLICANT',
      on: { submit: submitAgain, withdraw, abandon },
    },
    RESUBMITTED: { title: TITLES.RESUBMITTED, queue: 'STREET_OFFICER', on: { check, withdraw } },
    CHECKED: {
      title: { zh: '待决定', en: 'checked' },
      queue: 'STREET_OFFICER',
      on: {
        record: { ...record('STREET_OFFICER'), ...decided },
        'not-record': { ...refuse('STREET_OFFICER'), ...decided },
        withdraw,
      },
    },
    ...ENDS,
  },
};

/** Filing by a hub of a group of its field (枢纽备案): one officer decides, who is not the one that entered it. */
export const FILING_BY_HUB: CaseWorkflow<FilingByHubState, FilingByHubAction> = {
  name: 'filing-by-hub',
  initial: 'DRAFT',
  actions: ACTIONS,
  states: {
    DRAFT: { title: TITLES.DRAFT, queue: 'APPLICANT', on: { submit, withdraw } },
    SUBMITTED: {
      title: TITLES.SUBMITTED,
      queue: 'HUB_OFFICER',
      on: {
        'request-correction': asked('HUB_OFFICER'),
        record: record('HUB_OFFICER'),
        'not-record': refuse('HUB_OFFICER'),
        withdraw,
      },
    },
    CORRECTION_REQUESTED: {
      title: TITLES.CORRECTION_REQUESTED,
      queue: 'APPLICANT',
      on: { submit: submitAgain, withdraw, abandon },
    },
    RESUBMITTED: {
      title: TITLES.RESUBMITTED,
      queue: 'HUB_OFFICER',
      on: { record: record('HUB_OFFICER'), 'not-record': refuse('HUB_OFFICER'), withdraw },
    },
    ...ENDS,
  },
};
