import type { Edge, Workflow } from './workflow.js';

/**
 * What is wrong with a workflow table as a graph: states that nothing leads to, dead ends that are
 * not final, final states that still have edges, waiting states that stand in nobody's queue, and
 * edges that nobody may take. Empty when the table is sound.
 */
export function workflowDefects(workflow: Workflow): string[] {
  const reached = reachableStates(workflow);
  return Object.entries(workflow.states).flatMap(([name, state]) => {
    const edges = Object.entries(state.on) as [string, Edge<string, string>][];
    return [
      ...(reached.has(name) ? [] : [`${name} cannot be reached`]),
      ...(edges.length === 0 && !state.final ? [`${name} is a dead end that is not final`] : []),
      ...(edges.length > 0 && state.final ? [`${name} is final but has edges`] : []),
      ...(!state.final && !state.queue ? [`${name} waits in nobody's queue`] : []),
      ...edges.filter(([, edge]) => edge.by.length === 0).map(([action]) => `${name}.${action} may be taken by nobody`),
    ];
  });
}

function reachableStates(workflow: Workflow): ReadonlySet<string> {
  const reached = new Set([workflow.initial]);
  for (const state of reached) {
    // A Set iterates over what is added on the way, so this walks the whole graph.
    for (const edge of Object.values(workflow.states[state]?.on ?? {})) reached.add((edge as Edge<string, string>).to);
  }
  return reached;
}
