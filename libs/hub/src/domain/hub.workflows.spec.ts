import { allowedActions, workflowDefects, type Workflow } from '@app/kernel';
import { PROPOSAL } from './assignment/proposal.workflow.js';
import { MEMBERSHIP, SERVICE_REQUEST, WORK_REPORT } from './desk/desk.workflow.js';
import { MEASURE } from './governance/measure.workflow.js';
import { RECOGNITION } from './governance/recognition.workflow.js';

/** Written out by hand: who may do what in each state. Everything that is not here is refused. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>> = {
  'hub-recognition': {
    DRAFT: { APPLICANT: ['nominate', 'withdraw'] },
    NOMINATED: { APPLICANT: ['withdraw'], REVIEW_OFFICER: ['return', 'complete-review'] },
    REVIEWED: { APPLICANT: ['withdraw'], LEADING_GROUP_OFFICER: ['recognize', 'refuse'] },
    DECIDED: { REVIEW_OFFICER: ['publish'], LEADING_GROUP_OFFICER: ['annul'] },
    PUBLISHED: {},
    REFUSED: {},
    WITHDRAWN: {},
  },
  'hub-measure': {
    DRAFT: { APPLICANT: ['propose', 'withdraw'] },
    PROPOSED: { APPLICANT: ['withdraw'], LEADING_GROUP_OFFICER: ['return', 'order', 'reject'] },
    ORDERED: {},
    REJECTED: {},
    WITHDRAWN: {},
  },
  'hub-proposal': {
    PROPOSED: {
      OFFICER: ['confirm', 'change', 'decline'],
      HUB: ['confirm', 'change', 'decline'],
      SYSTEM: ['supersede'],
    },
    CONFIRMED: {},
    CHANGED: {},
    DECLINED: {},
    SUPERSEDED: {},
  },
  'hub-membership': {
    REQUESTED: { HUB: ['accept', 'refuse'], MEMBER: ['withdraw'] },
    ACCEPTED: {},
    REFUSED: {},
    WITHDRAWN: {},
  },
  'hub-service-request': {
    REQUESTED: { HUB: ['take-up', 'decline'], MEMBER: ['withdraw'] },
    TAKEN_UP: { HUB: ['fulfil', 'decline'], MEMBER: ['withdraw'] },
    DECLINED: {},
    FULFILLED: {},
    WITHDRAWN: {},
  },
  'hub-work-report': {
    DRAFT: { HUB: ['assemble', 'write', 'sign'] },
    SIGNED: { HUB: ['submit', 'reopen'] },
    SUBMITTED: { HUB: ['recall'], UPPER: ['return', 'accept'] },
    RETURNED: { HUB: ['assemble', 'write', 'sign'] },
    ACCEPTED: { HUB: ['publish'] },
    PUBLISHED: {},
  },
};
const PARTIES = ['APPLICANT', 'REVIEW_OFFICER', 'LEADING_GROUP_OFFICER', 'OFFICER', 'HUB', 'MEMBER', 'UPPER', 'SYSTEM'];
const WORKFLOWS = [RECOGNITION, MEASURE, PROPOSAL, MEMBERSHIP, SERVICE_REQUEST, WORK_REPORT] as unknown as Workflow[];

describe.each(WORKFLOWS.map((workflow) => [workflow.name, workflow] as const))('%s', (name, workflow) => {
  it('has no state that cannot be reached, and no dead end', () => expect(workflowDefects(workflow)).toEqual([]));

  it.each(Object.keys(workflow.states))(
    'in %s allows each party what the table by hand says, and nothing else',
    (state) => {
      for (const party of PARTIES) {
        const allowed = [...allowedActions(workflow, state, new Set([party]))].sort();
        expect([party, allowed]).toEqual([party, [...(ALLOWED[name][state][party] ?? [])].sort()]);
      }
    },
  );
});

it('keeps who reviews a hub from deciding on it', () => {
  const steps = [RECOGNITION.states.NOMINATED.on['complete-review'], RECOGNITION.states.REVIEWED.on.recognize];
  expect(new Set(steps.map((edge) => edge!.separation)).size).toBe(2);
});
