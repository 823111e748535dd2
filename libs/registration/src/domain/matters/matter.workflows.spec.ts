import type { CaseWorkflow, Party } from '@app/casework';
import { allowedActions, workflowDefects } from '@app/kernel';
import { EX_OFFICIO, type ExOfficioAction, type ExOfficioState } from './ex-officio.workflow.js';
import { PERMISSION, type PermissionAction, type PermissionState } from './permission.workflow.js';
import { RECORDING, type RecordingAction, type RecordingState } from './recording.workflow.js';

type Allowed<S extends string, A extends string> = Record<S, Partial<Record<Party, A[]>>>;

/** Written out by hand: who may do what in each state. Everything that is not here is refused. */
const PERMITTED: Allowed<PermissionState, PermissionAction> = {
  DRAFT: { APPLICANT: ['submit', 'withdraw'], SYSTEM: ['lapse'] },
  SUBMITTED: {
    APPLICANT: ['withdraw'],
    ACCEPTANCE_OFFICER: ['request-correction', 'accept', 'not-admit'],
    SYSTEM: ['deem-accepted', 'lapse'],
  },
  CORRECTION_REQUESTED: { APPLICANT: ['submit', 'withdraw'], SYSTEM: ['lapse'] },
  ACCEPTED: { APPLICANT: ['withdraw'], REVIEW_OFFICER: ['begin-review'], SYSTEM: ['lapse'] },
  UNDER_REVIEW: {
    APPLICANT: ['withdraw'],
    REVIEW_OFFICER: ['pause', 'complete-review'],
    APPROVAL_OFFICER: ['extend'],
    SYSTEM: ['lapse'],
  },
  REVIEW_PAUSED: { APPLICANT: ['withdraw'], REVIEW_OFFICER: ['resume'], SYSTEM: ['lapse'] },
  REVIEWED: {
    APPLICANT: ['withdraw'],
    APPROVAL_OFFICER: ['approve', 'refuse', 'return-to-review', 'extend', 'approve-for-later'],
    SYSTEM: ['lapse'],
  },
  AWAITING_EFFECT: { APPLICANT: ['withdraw'], SYSTEM: ['take-effect', 'fail-effect', 'lapse'] },
  APPROVED: {},
  REFUSED: {},
  NOT_ADMITTED: {},
  WITHDRAWN: {},
  INEFFECTIVE: {},
  LAPSED: {},
};
const RECORDED: Allowed<RecordingState, RecordingAction> = {
  DRAFT: { APPLICANT: ['submit', 'withdraw'], SYSTEM: ['lapse'] },
  SUBMITTED: {
    APPLICANT: ['withdraw'],
    ACCEPTANCE_OFFICER: ['request-correction', 'record', 'not-record'],
    SYSTEM: ['lapse'],
  },
  CORRECTION_REQUESTED: { APPLICANT: ['submit', 'withdraw'], SYSTEM: ['lapse'] },
  RECORDED: {},
  NOT_RECORDED: {},
  WITHDRAWN: {},
  LAPSED: {},
};
const ORDERED: Allowed<ExOfficioState, ExOfficioAction> = {
  DRAFT: { APPLICANT: ['propose', 'withdraw'], SYSTEM: ['lapse'] },
  PROPOSED: { APPLICANT: ['withdraw'], APPROVAL_OFFICER: ['order', 'reject', 'return'], SYSTEM: ['lapse'] },
  ORDERED: {},
  REJECTED: {},
  WITHDRAWN: {},
  LAPSED: {},
};

const PARTIES: Party[] = [
  ...(['APPLICANT', 'ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER', 'SYSTEM'] as const),
  ...(['STREET_OFFICER', 'HUB_OFFICER', 'DEPARTMENT_OFFICER', 'ENFORCEMENT_OFFICER', 'AUDITOR'] as const),
  ...(['ADMINISTRATOR', 'ORGANIZATION_AGENT'] as const),
];

describe.each([
  ['permission', PERMISSION as CaseWorkflow, PERMITTED],
  ['recording', RECORDING as CaseWorkflow, RECORDED],
  ['ex-officio', EX_OFFICIO as CaseWorkflow, ORDERED],
] as [string, CaseWorkflow, Allowed<string, string>][])('the workflow %s', (name, workflow, allowed) => {
  it('has no state that cannot be reached, no dead end, and none in nobody’s queue', () => {
    expect(workflow.name).toBe(name);
    expect(workflowDefects(workflow)).toEqual([]);
  });

  it('lets each party do what the law gives it in each state, and nothing else', () => {
    for (const state of Object.keys(workflow.states)) {
      for (const party of PARTIES) {
        const actions = allowedActions(workflow, state, new Set([party]));
        expect({ state, party, actions }).toEqual({ state, party, actions: allowed[state][party] ?? [] });
      }
    }
  });

  it('lapses from every open state, since an organization that ends leaves no case behind', () => {
    for (const { final, on } of Object.values(workflow.states)) expect('lapse' in on).toBe(!final);
  });
});
