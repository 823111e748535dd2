import type { CaseWorkflow } from '@app/casework';
import { cite } from '@app/kernel';

export type RecordingState =
  'DRAFT' | 'SUBMITTED' | 'CORRECTION_REQUESTED' | 'RECORDED' | 'NOT_RECORDED' | 'WITHDRAWN' | 'LAPSED';
export type RecordingAction = 'submit' | 'request-correction' | 'record' | 'not-record' | 'withdraw' | 'lapse';

const licence = (article: string) => cite('中华人民共和国行政许可法', article);
/** What is filed and not permitted has no procedure of its own in the Regulations; that of the papers is followed. */
const filing = cite('社会团体登记管理条例', '第十六条');
const correction = licence('第三十二条第一款第(四)项');
const withdraw = { to: 'WITHDRAWN', by: ['APPLICANT'], citation: licence('第二十九条第一款'), clock: 'STOP' } as const;
const lapse = { to: 'LAPSED', by: ['SYSTEM'], citation: licence('第七十条第(三)项'), clock: 'STOP' } as const;

/** What an organization files and the registrar records (备案): one officer reads it and enters it. */
export const RECORDING: CaseWorkflow<RecordingState, RecordingAction> = {
  name: 'recording',
  initial: 'DRAFT',
  actions: {
    submit: { zh: '报送', en: 'submit' },
    'request-correction': { zh: '一次告知补正', en: 'ask for correction, once' },
    record: { zh: '予以备案', en: 'record' },
    'not-record': { zh: '不予备案', en: 'refuse to record' },
    withdraw: { zh: '撤回', en: 'withdraw' },
    lapse: { zh: '因组织终止而终止办理', en: 'lapse with the organization' },
  },
  states: {
    DRAFT: {
      title: { zh: '草稿', en: 'draft' },
      queue: 'APPLICANT',
      on: { submit: { to: 'SUBMITTED', by: ['APPLICANT'], citation: filing, clock: 'START' }, withdraw, lapse },
    },
    SUBMITTED: {
      title: { zh: '已报送', en: 'submitted' },
      queue: 'ACCEPTANCE_OFFICER',
      on: {
        'request-correction': {
          to: 'CORRECTION_REQUESTED',
          by: ['ACCEPTANCE_OFFICER'],
          citation: correction,
          clock: 'STOP',
        },
        record: { to: 'RECORDED', by: ['ACCEPTANCE_OFFICER'], citation: filing, clock: 'STOP' },
        'not-record': {
          to: 'NOT_RECORDED',
          by: ['ACCEPTANCE_OFFICER'],
          citation: licence('第三十八条第二款'),
          clock: 'STOP',
        },
        withdraw,
        lapse,
      },
    },
    CORRECTION_REQUESTED: {
      title: { zh: '待补正', en: 'correction requested' },
      queue: 'APPLICANT',
      on: { submit: { to: 'SUBMITTED', by: ['APPLICANT'], citation: correction, clock: 'START' }, withdraw, lapse },
    },
    RECORDED: { title: { zh: '已备案', en: 'recorded' }, final: true, on: {} },
    NOT_RECORDED: { title: { zh: '不予备案', en: 'not recorded' }, final: true, on: {} },
    WITHDRAWN: { title: { zh: '已撤回', en: 'withdrawn' }, final: true, on: {} },
    LAPSED: { title: { zh: '组织已终止，终止办理', en: 'lapsed with the organization' }, final: true, on: {} },
  },
};
