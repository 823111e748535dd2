import { findEdge, type ClockEffect } from '@app/kernel';
import { ESTABLISHMENT } from '@app/registration';
import { databaseOf, startApp, type DemoName, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { APPROVING, Bureau, type Registration, type RegistrationBody } from '../../support/registrations.js';

type State = keyof typeof ESTABLISHMENT.states;
type Action = keyof typeof ESTABLISHMENT.actions;

const PEOPLE = {
  APPLICANT: 'applicant',
  ACCEPTANCE_OFFICER: 'acceptance',
  REVIEW_OFFICER: 'review',
  APPROVAL_OFFICER: 'approval',
} as const;
const BODIES: Partial<Record<Action, object>> = {
  'request-correction': { items: [{ pointer: '/scope', message: '请写明业务范围' }] },
  'not-admit': { ground: 'N2', reason: '不属于本机关职权范围' },
  pause: { cause: 'HEARING', expectedDays: 20, reason: '依法听证' },
  'complete-review': APPROVING,
  'return-to-review': { reason: '请补充意见' },
  extend: { days: 10, approvedBy: '民政部', reason: '案情复杂' },
  refuse: { ground: 'R1', reason: '宗旨不符合规定' },
};
/** How an application comes to each state. */
const PATHS: Record<State, readonly [DemoName, Action][]> = {
  DRAFT: [],
  SUBMITTED: [['applicant', 'submit']],
  CORRECTION_REQUESTED: [
    ['applicant', 'submit'],
    ['acceptance', 'request-correction'],
  ],
  ACCEPTED: [
    ['applicant', 'submit'],
    ['acceptance', 'accept'],
  ],
  UNDER_REVIEW: [
    ['applicant', 'submit'],
    ['acceptance', 'accept'],
    ['review', 'begin-review'],
  ],
  REVIEW_PAUSED: [
    ['applicant', 'submit'],
    ['acceptance', 'accept'],
    ['review', 'begin-review'],
    ['review', 'pause'],
  ],
  REVIEWED: [
    ['applicant', 'submit'],
    ['acceptance', 'accept'],
    ['review', 'begin-review'],
    ['review', 'complete-review'],
  ],
  APPROVED: [
    ['applicant', 'submit'],
    ['acceptance', 'accept'],
    ['review', 'begin-review'],
    ['review', 'complete-review'],
    ['approval', 'approve'],
  ],
  REFUSED: [
    ['applicant', 'submit'],
    ['acceptance', 'accept'],
    ['review', 'begin-review'],
    ['review', 'complete-review'],
    ['approval', 'refuse'],
  ],
  NOT_ADMITTED: [
    ['applicant', 'submit'],
    ['acceptance', 'not-admit'],
  ],
  WITHDRAWN: [['applicant', 'withdraw']],
};
const STATES = Object.keys(ESTABLISHMENT.states) as State[];
const ACTIONS = (Object.keys(ESTABLISHMENT.actions) as Action[]).filter((action) => action !== 'deem-accepted');

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

async function broughtTo(state: State): Promise<Registration> {
  const registration = await bureau.draft();
  for (const [who, action] of PATHS[state]) {
    await registration.read(who);
    await registration.act(who, action, BODIES[action], 200);
  }
  expect(registration.body.state).toBe(state);
  return registration;
}

it.each(STATES)(
  'in %s refuses over HTTP everything that the table does not allow, to everybody',
  async (state) => {
    const registration = await broughtTo(state);
    for (const [party, who] of Object.entries(PEOPLE)) {
      for (const action of ACTIONS) {
        const edge = findEdge(ESTABLISHMENT, state, action);
        if (edge?.by.some((allowed) => allowed === party)) continue;
        const answer = await registration.act(who, action, BODIES[action]);
        expect({ state, who, action, refused: [403, 404, 409].includes(answer.status) }).toEqual({
          state,
          who,
          action,
          refused: true,
        });
      }
    }
    expect((await registration.read('applicant')).state).toBe(state);
  },
  60_000,
);

const EDGES = STATES.flatMap((state) =>
  ACTIONS.filter((action) => findEdge(ESTABLISHMENT, state, action)).map((action) => [state, action] as const),
);

it.each(EDGES.filter(([, action]) => action !== 'extend'))(
  'in %s takes %s to where the table says',
  async (state, action) => {
    const registration = await broughtTo(state);
    const edge = findEdge(ESTABLISHMENT, state, action)!;
    const who = PEOPLE[edge.by[0] as keyof typeof PEOPLE];
    await registration.read(who);
    expect(registration.body.allowedActions).toContain(action);
    const before = registration.body.clock;
    await registration.act(who, action, BODIES[action], 200);
    expect(registration.body.state).toBe(edge.to);
    expectClock(edge.clock, before, registration.body.clock);
    expect(registration.body.steps.at(-1)).toMatchObject({ action, party: edge.by[0], citation: edge.citation });
  },
);

type Reading = RegistrationBody['clock'];

/** What the edge's entry in the table says of the clock is what the clock did. */
function expectClock(effect: ClockEffect | undefined, before: Reading, after: Reading): void {
  const running = (reading: Reading) => reading.unit !== null;
  if (effect === undefined) expect(after).toEqual(before);
  if (effect === 'START') expect([running(before), running(after)]).toEqual([false, true]);
  if (effect === 'RESTART') expect([before.unit, after.unit]).toEqual(['working', 'natural']);
  if (effect === 'PAUSE') expect([before.pausedSince, after.pausedSince]).toEqual([null, '2026-11-24']);
  if (effect === 'RESUME') expect([before.pausedSince, after.pausedSince]).toEqual(['2026-11-24', null]);
  if (effect === 'STOP') expect(running(after)).toBe(false);
}

it('holds the table in the database, word for word', async () => {
  const database = databaseOf(app);
  const [initial] = await database.asApplication(
    `SELECT initial_state, initial_queue FROM casework.procedure WHERE name = 'establishment'`,
  );
  expect(initial).toEqual({
    initial_state: ESTABLISHMENT.initial,
    initial_queue: ESTABLISHMENT.states[ESTABLISHMENT.initial].queue,
  });
  const rows = await database.asApplication(
    `SELECT from_state, action, party, to_state, to_queue, closes, separation_step FROM casework.edge WHERE procedure = 'establishment'
      ORDER BY from_state, action`,
  );
  const table = STATES.flatMap((from) =>
    Object.entries(ESTABLISHMENT.states[from].on).map(([action, { to, by, separation }]) => ({
      from_state: from,
      action,
      party: by[0],
      to_state: to,
      to_queue: ESTABLISHMENT.states[to].queue ?? null,
      closes: ESTABLISHMENT.states[to].final ?? false,
      separation_step: separation ?? null,
    })),
  );
  const order = (a: { from_state: string; action: string }, b: { from_state: string; action: string }) =>
    a.from_state.localeCompare(b.from_state, 'en') || a.action.localeCompare(b.action, 'en');
  expect((rows as typeof table).sort(order)).toEqual(table.sort(order));
});
