import type { CaseWorkflow } from '@app/casework';
import { MEASURE, RECOGNITION } from '@app/hub';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Acted, DECISION, findings, nomination, type HubCaseBody } from '../../support/hubs.js';
import { Bureau } from '../../support/registrations.js';

type Path = readonly (readonly [who: string, action: string])[];

interface Subject {
  readonly workflow: CaseWorkflow;
  readonly path: string;
  readonly owner: string;
  readonly input: () => object;
  readonly paths: Readonly<Record<string, Path>>;
}

const toReview: Path = [
  ['hub', 'nominate'],
  ['review', 'complete-review'],
];
let names = 0;
const SUBJECTS: readonly Subject[] = [
  {
    workflow: RECOGNITION as CaseWorkflow,
    path: '/hub-recognitions',
    owner: 'hub',
    input: () => nomination({ name: `海淀区科技社团第${(names += 1)}联合会` }),
    paths: {
      DRAFT: [],
      NOMINATED: [['hub', 'nominate']],
      REVIEWED: toReview,
      DECIDED: [...toReview, ['leading-group', 'recognize']],
      PUBLISHED: [...toReview, ['leading-group', 'recognize'], ['review', 'publish']],
      REFUSED: [...toReview, ['leading-group', 'refuse']],
      WITHDRAWN: [['hub', 'withdraw']],
    },
  },
  {
    workflow: MEASURE as CaseWorkflow,
    path: '/hub-measures',
    owner: 'review',
    input: () => ({ hub: 'HUB-4-08', type: 'WARNING', facts: '连续两年未报送年度工作报告', documents: [] }),
    paths: {
      DRAFT: [],
      PROPOSED: [['review', 'propose']],
      ORDERED: [
        ['review', 'propose'],
        ['leading-group', 'order'],
      ],
      REJECTED: [
        ['review', 'propose'],
        ['leading-group', 'reject'],
      ],
      WITHDRAWN: [['review', 'withdraw']],
    },
  },
];

const INPUTS: Readonly<Record<string, object>> = {
  'complete-review': findings(),
  recognize: DECISION,
  refuse: { ...DECISION, reason: '尚不具备代表性' },
  order: DECISION,
  return: { reason: '请补充材料' },
  reject: { reason: '事实不足' },
  annul: { reason: '与已公布的枢纽同名' },
};
const OFFICES = { REVIEW_OFFICER: 'review', LEADING_GROUP_OFFICER: 'leading-group' } as const;
/** Whoever holds a role of some route of the procedures. */
const PEOPLE = ['hub', 'review', 'leading-group', 'acceptance', 'street', 'approval', 'applicant'];

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

describe.each(SUBJECTS.map((subject) => [subject.workflow.name, subject] as const))('%s', (name, subject) => {
  const { workflow, path, owner, input, paths } = subject;

  it('has a way to every state of its table', () =>
    expect(Object.keys(paths).sort()).toEqual(Object.keys(workflow.states).sort()));

  it('stands in the database word for word', async () => {
    const stored = await databaseOf(app).asApplication(
      `SELECT from_state, action, party, to_state, to_queue, closes, separation_step FROM casework.edge WHERE procedure = $1`,
      [name],
    );
    const declared = Object.entries(workflow.states).flatMap(([from_state, { on }]) =>
      Object.entries(on).map(([action, edge]) => ({
        from_state,
        action,
        party: edge!.by[0],
        to_state: edge!.to,
        to_queue: workflow.states[edge!.to].queue ?? null,
        closes: workflow.states[edge!.to].final === true,
        separation_step: edge!.separation ?? null,
      })),
    );
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(stored)).toEqual(sorted(declared.map((row) => ({ ...row }))));
  });

  it.each(Object.keys(paths))(
    'in %s: whoever the table names may take its steps, nobody else may, and no other step is possible',
    async (state) => {
      const walked = await Acted.create<HubCaseBody>(bureau, owner, path, input());
      for (const [who, action] of paths[state]) await walked.act(who, action, INPUTS[action] ?? {}, 200);
      expect(walked.body.state).toBe(state);
      const edges = workflow.states[state].on;
      for (const action of Object.keys(workflow.actions)) {
        const edge = edges[action];
        const may = edge && (edge.by[0] === 'APPLICANT' ? owner : OFFICES[edge.by[0] as keyof typeof OFFICES]);
        for (const who of PEOPLE.filter((one) => one !== may)) {
          const { status } = await walked.act(who, action, INPUTS[action] ?? {});
          expect([action, who, [403, 404, 409].includes(status)]).toEqual([action, who, true]);
        }
      }
      for (const [action, edge] of Object.entries(edges)) {
        const fresh = await Acted.create<HubCaseBody>(bureau, owner, path, input());
        for (const [who, step] of paths[state]) await fresh.act(who, step, INPUTS[step] ?? {}, 200);
        const by = edge!.by[0] === 'APPLICANT' ? owner : OFFICES[edge!.by[0] as keyof typeof OFFICES];
        const answer = await fresh.act(by, action, INPUTS[action] ?? {});
        expect([action, answer.status, answer.body.state]).toEqual([action, 200, edge!.to]);
        if (fresh.body.state === 'ORDERED') await liftWarning();
      }
      if (state === 'ORDERED') await liftWarning();
    },
  );

  /** A hub is warned once at a time. */
  async function liftWarning(): Promise<void> {
    const lifted = await Acted.create<HubCaseBody>(bureau, 'review', '/hub-measures', {
      ...input(),
      type: 'WARNING_LIFTED',
    });
    await lifted.act('review', 'propose', {}, 200);
    await lifted.act('leading-group', 'order', DECISION, 200);
  }
});
