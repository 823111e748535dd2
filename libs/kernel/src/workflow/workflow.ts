import type { Citation } from '../law/citation.js';
import type { Bilingual } from '../law/violation.js';

/** What an edge does to the legal clock of the case. */
export type ClockEffect = 'START' | 'RESTART' | 'PAUSE' | 'RESUME' | 'EXTEND' | 'STOP';

/** One thing that may be done in a state: by whom, on what ground, and what it leads to. */
export interface Edge<State extends string, Party extends string> {
  readonly to: State;
  readonly by: readonly Party[];
  readonly citation: Citation;
  readonly clock?: ClockEffect;
  /** The step of the separation set that this edge is; different steps need different people. */
  readonly separation?: string;
  /** Its reasons are for the office alone until the decision (信息公开条例 第十六条第二款, 过程性信息). */
  readonly internal?: true;
}

/** A state with everything that may be done in it. A state without edges is final. */
export interface StateRow<State extends string, Action extends string, Party extends string> {
  readonly title: Bilingual;
  /** The party whose work queue holds the case; absent when nobody waits for anything. */
  readonly queue?: Party;
  readonly final?: true;
  readonly on: { readonly [A in Action]?: Edge<State, Party> };
}

/**
 * A procedure as one table. The record types make the compiler refuse a table that leaves out a
 * state or names one that does not exist; `workflowDefects` checks the rest.
 */
export interface Workflow<
  State extends string = string,
  Action extends string = string,
  Party extends string = string,
> {
  readonly name: string;
  readonly initial: State;
  readonly actions: Readonly<Record<Action, Bilingual>>;
  readonly states: Readonly<Record<State, StateRow<State, Action, Party>>>;
}

/** The edge of `action` in `state`, if the table has one. */
export function findEdge<S extends string, A extends string, P extends string>(
  workflow: Workflow<S, A, P>,
  state: S,
  action: A,
): Edge<S, P> | undefined {
  return workflow.states[state].on[action];
}

/** The actions that a caller who is one of `parties` may take in `state`, in the order of the table. */
export function allowedActions<S extends string, A extends string, P extends string>(
  workflow: Workflow<S, A, P>,
  state: S,
  parties: ReadonlySet<P>,
): A[] {
  const edges = Object.entries(workflow.states[state].on) as [A, Edge<S, P>][];
  return edges.filter(([, edge]) => edge.by.some((party) => parties.has(party))).map(([action]) => action);
}
