import { ActionNotAllowed, allowedActions, findEdge, NotPermitted, type Workflow } from '@app/kernel';
import { holds, type Principal } from './principal.js';
import type { AdministratorParty } from './role-grant.workflow.js';

type Caller = Pick<Principal, 'accountId' | 'grants'>;

/** Who the caller is to something that one administrator proposed about an account and another must look at. */
export function administratorParties(
  caller: Caller,
  matter: { readonly accountId: string; readonly proposedBy: string | null },
): ReadonlySet<AdministratorParty> {
  if (!holds(caller, 'ADMINISTRATOR')) return new Set();
  const involved = caller.accountId === matter.proposedBy || caller.accountId === matter.accountId;
  return new Set(involved ? ['ADMINISTRATOR'] : ['ADMINISTRATOR', 'SECOND_ADMINISTRATOR']);
}

/** A claim is known to who made it, and to the acceptance officers of the registrar. */
export function mayKnowClaim(
  caller: Caller,
  claim: { readonly accountId: string; readonly creditCode: string },
): boolean {
  return caller.accountId === claim.accountId || isOfRegistrar(caller, claim);
}

/** True for an acceptance officer of the registrar who registered the organization. */
export function isOfRegistrar(caller: Caller, { creditCode }: { readonly creditCode: string }): boolean {
  return holds(caller, 'ACCEPTANCE_OFFICER', authorityOf(creditCode));
}

/** Who the caller is to a claim: an officer of the registrar, unless the claim is his own. */
export function claimParties(
  caller: Caller,
  claim: { readonly accountId: string; readonly creditCode: string },
): ReadonlySet<'ACCEPTANCE_OFFICER'> {
  return new Set(isOfRegistrar(caller, claim) && caller.accountId !== claim.accountId ? ['ACCEPTANCE_OFFICER'] : []);
}

/** The division of the registrar: digits 3 to 8 of the credit code. */
export function authorityOf(creditCode: string): string {
  return creditCode.slice(2, 8);
}

/**
 * The state that the action leads to.
 * @throws ActionNotAllowed when the state does not know the action, NotPermitted when it is for somebody else.
 */
export function nextState<S extends string, A extends string, P extends string>(
  workflow: Workflow<S, A, P>,
  state: S,
  action: A,
  parties: ReadonlySet<P>,
): S {
  const edge = findEdge(workflow, state, action);
  if (!edge) {
    const { zh, en } = workflow.states[state].title;
    const text = { zh: `当前状态为“${zh}”，不能办理此事项`, en: `It is ${en}; this is not possible now` };
    throw new ActionNotAllowed(allowedActions(workflow, state, parties), text);
  }
  if (!edge.by.some((party) => parties.has(party))) {
    const zh = '须由另一位有权限的人员办理，本人提议或者涉及本人的事项不能自行决定';
    throw new NotPermitted({ zh, en: 'Another person has to decide this: not who proposed it, not whom it concerns' });
  }
  return edge.to;
}
