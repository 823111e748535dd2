import type { Edge, Workflow } from './workflow.js';

/** The workflow as a Mermaid state diagram, for the README of the lib that owns it. */
export function workflowDiagram(workflow: Workflow): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${workflow.initial}`];
  for (const [name, state] of Object.entries(workflow.states)) {
    for (const [action, edge] of Object.entries(state.on) as [string, Edge<string, string>][]) {
      lines.push(`  ${name} --> ${edge.to}: ${action} (${edge.by.join(', ')})`);
    }
    if (state.final) lines.push(`  ${name} --> [*]`);
  }
  return lines.join('\n');
}
