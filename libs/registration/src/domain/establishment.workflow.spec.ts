import { allowedActions, workflowDefects } from '@app/kernel';
import type { CaseWorkflow, Party } from '@app/casework';
import { ESTABLISHMENT, type EstablishmentAction, type EstablishmentState } from './establishment.workflow.js';

const PARTIES: Party[] = ['APPLICANT', 'ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER', 'SYSTEM'];

/** Written out by hand: who may do what in each state. Everything that is not here is refused. */
const ALLOWED: Record<EstablishmentState, Partial<Record<Party, EstablishmentAction[]>>> = {
  DRAFT: { APPLICANT: ['submit', 'withdraw'] },
  SUBMITTED: {
    APPLICANT: ['withdraw'],
    ACCEPTANCE_OFFICER: ['request-correction', 'accept', 'not-admit'],
    SYSTEM: ['deem-accepted'],
  },
  CORRECTION_REQUESTED: { APPLICANT: ['submit', 'withdraw'] },
  ACCEPTED: { APPLICANT: ['withdraw'], REVIEW_OFFICER: ['begin-review'] },
  UNDER_REVIEW: { APPLICANT: ['withdraw'], REVIEW_OFFICER: ['pause', 'complete-review'], APPROVAL_OFFICER: ['extend'] },
  REVIEW_PAUSED: { APPLICANT: ['withdraw'], REVIEW_OFFICER: ['resume'] },
  REVIEWED: { APPLICANT: ['withdraw'], APPROVAL_OFFICER: ['approve', 'refuse', 'return-to-review', 'extend'] },
  APPROVED: {},
  REFUSED: {},
  NOT_ADMITTED: {},
  WITHDRAWN: {},
};

describe('the workflow of establishment', () => {
  it('has no state that cannot be reached, no dead end, and none in nobody’s queue', () => {
    expect(workflowDefects(ESTABLISHMENT as CaseWorkflow)).toEqual([]);
  });

  const states = Object.keys(ESTABLISHMENT.states) as EstablishmentState[];
  it.each(states.flatMap((state) => PARTIES.map((party) => [state, party] as const)))(
    'in %s lets %s do what the law gives it',
    (state, party) => {
      expect(allowedActions(ESTABLISHMENT, state, new Set([party]))).toEqual(ALLOWED[state][party] ?? []);
    },
  );

  it('lets nobody else do anything in any state', () => {
    const others: Party[] = [
      'STREET_OFFICER',
      'HUB_OFFICER',
      'DEPARTMENT_OFFICER',
      'ENFORCEMENT_OFFICER',
      'AUDITOR',
      'ADMINISTRATOR',
      'ORGANIZATION_AGENT',
    ];
    expect(states.flatMap((state) => allowedActions(ESTABLISHMENT, state, new Set(others)))).toEqual([]);
  });

  it('gives every officer’s step to exactly one of the three offices', () => {
    const office = { ACCEPT: 'ACCEPTANCE_OFFICER', REVIEW: 'REVIEW_OFFICER', APPROVE: 'APPROVAL_OFFICER' };
    for (const { on } of Object.values(ESTABLISHMENT.states)) {
      for (const edge of Object.values(on)) {
        expect(edge.by).toHaveLength(1);
        if (edge.by[0] === 'APPLICANT' || edge.by[0] === 'SYSTEM') expect(edge.separation).toBeUndefined();
        else expect(edge.by[0]).toBe(office[edge.separation as keyof typeof office]);
      }
    }
  });
});
