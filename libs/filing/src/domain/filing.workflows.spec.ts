import { allowedActions, workflowDefects, type Workflow } from '@app/kernel';
import { FILING, FILING_BY_HUB } from './filing.workflow.js';

/** Written out by hand: who may do what in each state. Everything that is not here is refused. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>> = {
  filing: {
    DRAFT: { APPLICANT: ['submit', 'propose', 'withdraw'] },
    SUBMITTED: { APPLICANT: ['withdraw'], STREET_OFFICER: ['request-correction', 'check'] },
    CORRECTION_REQUESTED: { APPLICANT: ['submit', 'withdraw'], SYSTEM: ['abandon'] },
    RESUBMITTED: { APPLICANT: ['withdraw'], STREET_OFFICER: ['check'] },
    CHECKED: { APPLICANT: ['withdraw'], STREET_OFFICER: ['record', 'not-record'] },
    RECORDED: {},
    NOT_RECORDED: {},
    WITHDRAWN: {},
    ABANDONED: {},
  },
  'filing-by-hub': {
    DRAFT: { APPLICANT: ['submit', 'withdraw'] },
    SUBMITTED: { APPLICANT: ['withdraw'], HUB_OFFICER: ['request-correction', 'record', 'not-record'] },
    CORRECTION_REQUESTED: { APPLICANT: ['submit', 'withdraw'], SYSTEM: ['abandon'] },
    RESUBMITTED: { APPLICANT: ['withdraw'], HUB_OFFICER: ['record', 'not-record'] },
    RECORDED: {},
    NOT_RECORDED: {},
    WITHDRAWN: {},
    ABANDONED: {},
  },
};
const PARTIES = ['APPLICANT', 'STREET_OFFICER', 'HUB_OFFICER', 'REVIEW_OFFICER', 'SYSTEM'];
const WORKFLOWS = [FILING, FILING_BY_HUB] as unknown as Workflow[];

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

  it('asks for correction once: what was corrected leads to no second time', () => {
    const again = Object.entries(workflow.states).filter(([, { on }]) => on['request-correction'] !== undefined);
    expect(again.map(([state]) => state)).toEqual(['SUBMITTED']);
  });
});

it('keeps who checks from deciding at a street office', () => {
  const steps = [FILING.states.SUBMITTED.on.check, FILING.states.CHECKED.on.record];
  expect(new Set(steps.map((edge) => edge!.separation)).size).toBe(2);
});
