import type { Principal } from '@app/access';
import { ActionNotAllowed, NotPermitted, type Edge } from '@app/kernel';
import type { CaseWorkflow, Party } from './case.js';
import { actionsFor, hindrance, isApplicant, partiesOf, type CaseSituation } from './case.policy.js';
import { HINDRANCE_TEXTS } from './hindrance-texts.js';

/** Somebody's wish to take a step; without a principal it is the system's own. */
export interface StepAttempt {
  readonly workflow: CaseWorkflow;
  readonly action: string;
  readonly situation: CaseSituation;
  readonly principal?: Principal;
}

export interface PermittedStep {
  readonly edge: Edge<string, Party>;
  readonly party: Party;
}

/**
 * The edge of the table that the attempt may take, and as whom.
 * @throws ActionNotAllowed, with what can be done instead, when the state or another officer's hand stands
 *   against it; NotPermitted when the person does.
 */
export function permittedStep(attempt: StepAttempt): PermittedStep {
  const { workflow, action, situation, principal } = attempt;
  const edge = workflow.states[situation.record.state].on[action];
  if (!edge) throw notPossible(attempt);
  if (!principal) {
    if (edge.by.includes('SYSTEM')) return { edge, party: 'SYSTEM' };
    throw notPossible(attempt);
  }
  const found = hindrance(edge, principal, situation);
  if (found === 'HELD_BY_ANOTHER') throw new ActionNotAllowed(allowed(attempt), HINDRANCE_TEXTS[found]);
  // The applicant learns what is possible for him, not whose step it is instead.
  if (found === 'NOT_YOUR_ROLE' && isApplicant(principal, situation.record)) throw notPossible(attempt);
  if (found) throw new NotPermitted(HINDRANCE_TEXTS[found]);
  const parties = partiesOf(principal, situation.record);
  return { edge, party: edge.by.find((party) => parties.has(party))! };
}

function allowed({ workflow, situation, principal }: StepAttempt): string[] {
  return principal ? actionsFor(workflow, principal, situation) : [];
}

function notPossible(attempt: StepAttempt): ActionNotAllowed {
  const { workflow, action, situation } = attempt;
  const { title } = workflow.states[situation.record.state];
  const name = workflow.actions[action] ?? { zh: action, en: action };
  return new ActionNotAllowed(allowed(attempt), {
    zh: `案件处于“${title.zh}”，不能${name.zh}`,
    en: `The case is "${title.en}"; "${name.en}" is not possible`,
  });
}
