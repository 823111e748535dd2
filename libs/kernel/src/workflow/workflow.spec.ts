import { cite } from '../law/citation.js';
import { allowedActions, findEdge, type Workflow } from './workflow.js';
import { workflowDefects } from './workflow-check.js';
import { workflowDiagram } from './workflow-diagram.js';

const ground = cite('中华人民共和国行政许可法', '第三十二条');
const title = { zh: '状态', en: 'state' };

function table(change: Partial<Workflow['states']> = {}): Workflow {
  return {
    name: 'sample',
    initial: 'OPEN',
    actions: { close: title },
    states: {
      OPEN: { title, queue: 'OFFICER', on: { close: { to: 'CLOSED', by: ['OFFICER'], citation: ground } } },
      CLOSED: { title, final: true, on: {} },
      ...(change as Workflow['states']),
    },
  };
}

describe('a workflow table', () => {
  it('gives each party only the actions that are its own', () => {
    expect(allowedActions(table(), 'OPEN', new Set(['OFFICER']))).toEqual(['close']);
    expect(allowedActions(table(), 'OPEN', new Set(['APPLICANT']))).toEqual([]);
    expect(findEdge(table(), 'CLOSED', 'close')).toBeUndefined();
  });

  it('is sound when every state is reached and every end is final', () => {
    expect(workflowDefects(table())).toEqual([]);
  });

  it.each([
    ['a state that nothing leads to', { LOST: { title, final: true as const, on: {} } }, 'LOST cannot be reached'],
    [
      'a dead end that is not final',
      { CLOSED: { title, queue: 'OFFICER', on: {} } },
      'CLOSED is a dead end that is not final',
    ],
    [
      'a final state with an edge',
      { CLOSED: { title, final: true as const, on: { close: { to: 'OPEN', by: ['OFFICER'], citation: ground } } } },
      'CLOSED is final but has edges',
    ],
    [
      'a state in nobody’s queue',
      { OPEN: { title, on: { close: { to: 'CLOSED', by: ['OFFICER'], citation: ground } } } },
      "OPEN waits in nobody's queue",
    ],
    [
      'an edge for nobody',
      { OPEN: { title, queue: 'OFFICER', on: { close: { to: 'CLOSED', by: [], citation: ground } } } },
      'OPEN.close may be taken by nobody',
    ],
  ])('names %s', (_, change, defect) => {
    expect(workflowDefects(table(change))).toEqual([defect]);
  });

  it('draws itself', () => {
    expect(workflowDiagram(table())).toBe(
      'stateDiagram-v2\n  [*] --> OPEN\n  OPEN --> CLOSED: close (OFFICER)\n  CLOSED --> [*]',
    );
  });
});
