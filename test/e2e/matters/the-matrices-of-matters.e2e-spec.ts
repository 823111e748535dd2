import type { CaseWorkflow } from '@app/casework';
import { findEdge } from '@app/kernel';
import { EX_OFFICIO, PERMISSION, RECORDING } from '@app/registration';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Organization, type Matter } from '../../support/matters.js';
import { Bureau } from '../../support/registrations.js';

/** A step on the way to a state: who takes it, and which. */
type Path = readonly (readonly [string, string])[];

interface Subject {
  readonly workflow: CaseWorkflow;
  readonly owner: string;
  readonly type: string;
  readonly parts: object;
  readonly paths: Readonly<Record<string, Path>>;
}

const toReview: Path = [
  ['agent', 'submit'],
  ['acceptance', 'accept'],
  ['review', 'begin-review'],
];
const reviewed: Path = [...toReview, ['review', 'complete-review']];
const LATER = { change: { reason: '搬迁', residence: '北京市东城区9号', effectiveOn: '2026-12-10' } };
/** States that come about by the organization’s end; its journeys show them. */
const BY_END = ['LAPSED', 'INEFFECTIVE'];

const SUBJECTS: readonly Subject[] = [
  {
    workflow: PERMISSION as CaseWorkflow,
    owner: 'agent',
    type: 'CHANGE',
    parts: { change: { reason: '搬迁', residence: '北京市东城区9号' } },
    paths: {
      DRAFT: [],
      SUBMITTED: [['agent', 'submit']],
      CORRECTION_REQUESTED: [
        ['agent', 'submit'],
        ['acceptance', 'request-correction'],
      ],
      ACCEPTED: toReview.slice(0, 2),
      UNDER_REVIEW: toReview,
      REVIEW_PAUSED: [...toReview, ['review', 'pause']],
      REVIEWED: reviewed,
      AWAITING_EFFECT: [...reviewed, ['approval', 'approve-for-later']],
      APPROVED: [...reviewed, ['approval', 'approve']],
      REFUSED: [...reviewed, ['approval', 'refuse']],
      NOT_ADMITTED: [
        ['agent', 'submit'],
        ['acceptance', 'not-admit'],
      ],
      WITHDRAWN: [['agent', 'withdraw']],
    },
  },
  {
    workflow: RECORDING as CaseWorkflow,
    owner: 'agent',
    type: 'SEAL_AND_ACCOUNT',
    parts: { sealAndAccount: { sealFiled: true, bank: '某银行', accountEnding: '4711' } },
    paths: {
      DRAFT: [],
      SUBMITTED: [['agent', 'submit']],
      CORRECTION_REQUESTED: [
        ['agent', 'submit'],
        ['acceptance', 'request-correction'],
      ],
      RECORDED: [
        ['agent', 'submit'],
        ['acceptance', 'record'],
      ],
      NOT_RECORDED: [
        ['agent', 'submit'],
        ['acceptance', 'not-record'],
      ],
      WITHDRAWN: [['agent', 'withdraw']],
    },
  },
  {
    workflow: EX_OFFICIO as CaseWorkflow,
    owner: 'review',
    type: 'ANNOTATION',
    parts: { annotation: { text: '信函被退回' } },
    paths: {
      DRAFT: [],
      PROPOSED: [['review', 'propose']],
      ORDERED: [
        ['review', 'propose'],
        ['approval', 'order'],
      ],
      REJECTED: [
        ['review', 'propose'],
        ['approval', 'reject'],
      ],
      WITHDRAWN: [['review', 'withdraw']],
    },
  },
];

const BODIES: Readonly<Record<string, object>> = {
  'request-correction': { items: [{ pointer: '/change/reason', message: '请写明变更原因' }] },
  'not-admit': { ground: 'N2', reason: '不属于本机关职权范围' },
  pause: { cause: 'HEARING', expectedDays: 20, reason: '依法听证' },
  'complete-review': { recommendation: 'APPROVE', opinion: '符合规定' },
  'return-to-review': { reason: '请补充意见' },
  extend: { days: 10, approvedBy: '本机关负责人', reason: '案情复杂' },
  refuse: { ground: 'M1', reason: '不符合法定条件' },
  'not-record': { reason: '印章式样模糊' },
  reject: { reason: '证据不足' },
  return: { reason: '请补充证据' },
};
const OFFICERS = {
  ACCEPTANCE_OFFICER: 'acceptance',
  REVIEW_OFFICER: 'review',
  APPROVAL_OFFICER: 'approval',
} as const;

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});
afterAll(() => app.close());

async function broughtTo(
  { type, parts, owner, paths, workflow }: Subject,
  state: string,
  change = {},
): Promise<Matter> {
  const organization = await Organization.establish(bureau);
  const later = state === 'AWAITING_EFFECT' ? LATER : {};
  const matter = await organization.draft(type, { ...parts, ...later, ...change }, owner);
  for (const [who, action] of paths[state]) {
    await matter.read(who);
    await matter.act(who, action, BODIES[action], 200);
  }
  expect(`${workflow.name} ${matter.body.state}`).toBe(`${workflow.name} ${state}`);
  return matter;
}

const OPEN_TO_HANDS = SUBJECTS.flatMap((subject) =>
  Object.keys(subject.workflow.states)
    .filter((state) => !BY_END.includes(state))
    .map((state) => [subject.workflow.name, state, subject] as const),
);

it.each(OPEN_TO_HANDS)(
  '%s: in %s refuses over HTTP everything that the table does not allow, to everybody',
  async (_, state, subject) => {
    const { workflow, owner } = subject;
    const matter = await broughtTo(subject, state);
    const people = { APPLICANT: owner, ...OFFICERS };
    for (const [party, who] of Object.entries(people)) {
      for (const action of handed(workflow)) {
        const edge = findEdge(workflow, state, action);
        if (edge?.by.some((one) => one === party) || (party !== 'APPLICANT' && who === owner)) continue;
        const answer = await matter.act(who, action, BODIES[action]);
        const refused = [403, 404, 409].includes(answer.status);
        expect({ state, who, action, refused }).toEqual({ state, who, action, refused: true });
      }
    }
    expect((await matter.read()).state).toBe(state);
  },
  60_000,
);

/** The actions that somebody takes, not the system. */
function handed(workflow: CaseWorkflow): string[] {
  const system = new Set(['deem-accepted', 'take-effect', 'fail-effect', 'lapse']);
  return Object.keys(workflow.actions).filter((action) => !system.has(action));
}

const EDGES = OPEN_TO_HANDS.flatMap(([name, state, subject]) =>
  handed(subject.workflow)
    .filter((action) => findEdge(subject.workflow, state, action))
    .map((action) => [name, state, action, subject] as const),
);

it.each(EDGES)('%s: in %s takes %s to where the table says', async (_, state, action, subject) => {
  const edge = findEdge(subject.workflow, state, action)!;
  const matter = await broughtTo(subject, state, action === 'approve-for-later' ? LATER : {});
  const who = edge.by[0] === 'APPLICANT' ? subject.owner : OFFICERS[edge.by[0] as keyof typeof OFFICERS];
  await matter.read(who);
  expect(matter.body.allowedActions).toContain(action);
  await matter.act(who, action, BODIES[action], 200);
  expect(matter.body.state).toBe(edge.to);
  expect(matter.body.steps.at(-1)).toMatchObject({ action, party: edge.by[0] });
});

it.each(SUBJECTS.map(({ workflow }) => [workflow.name, workflow] as const))(
  'holds the table of %s in the database, word for word',
  async (name, workflow) => {
    const database = databaseOf(app);
    const [initial] = await database.asApplication(
      'SELECT initial_state, initial_queue FROM casework.procedure WHERE name = $1',
      [name],
    );
    expect(initial).toEqual({
      initial_state: workflow.initial,
      initial_queue: workflow.states[workflow.initial].queue,
    });
    const rows = await database.asApplication<object>(
      `SELECT from_state, action, party, to_state, to_queue, closes, separation_step FROM casework.edge WHERE procedure = $1`,
      [name],
    );
    const table = Object.entries(workflow.states).flatMap(([from, { on }]) =>
      Object.entries(on).map(([action, edge]) => ({
        from_state: from,
        action,
        party: edge!.by[0],
        to_state: edge!.to,
        to_queue: workflow.states[edge!.to].queue ?? null,
        closes: workflow.states[edge!.to].final ?? false,
        separation_step: edge!.separation ?? null,
      })),
    );
    const sorted = (lines: object[]) => lines.map((line) => JSON.stringify(line)).sort();
    expect(sorted(rows)).toEqual(sorted(table));
  },
);
