import type { CaseWorkflow } from '@app/casework';
import { FILING, FILING_BY_HUB } from '@app/filing';
import { addDays } from '@app/kernel';
import { databaseOf, startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { byHub, drafted, territorial, type FilingBody } from '../../support/filings.js';
import type { Acted } from '../../support/hubs.js';
import { runDueJobs } from '../../support/jobs.js';
import { Bureau } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

type Path = readonly (readonly [who: string, action: string])[];

interface Subject {
  readonly workflow: CaseWorkflow;
  readonly owner: string;
  readonly input: () => object;
  /** A way to each state; `day` lets the days pass until the job of the day closes it. */
  readonly paths: Readonly<Record<string, Path>>;
  /** Who takes each step of the office; a decision is another's than the check. */
  readonly offices: (action: string) => string;
}

const submitted: Path = [['street', 'submit']];
const toCorrection: Path = [...submitted, ['street2', 'request-correction']];
const checked: Path = [...submitted, ['street2', 'check']];
const atHub: Path = [['hub', 'submit']];
const hubCorrection: Path = [...atHub, ['hub2', 'request-correction']];

const SUBJECTS: readonly Subject[] = [
  {
    workflow: FILING as CaseWorkflow,
    // An officer who opened it himself: the one person who has every action of the applicant.
    owner: 'street',
    input: () => territorial(),
    offices: (action) => (['record', 'not-record'].includes(action) ? 'street3' : 'street2'),
    paths: {
      DRAFT: [],
      SUBMITTED: submitted,
      CORRECTION_REQUESTED: toCorrection,
      RESUBMITTED: [...toCorrection, ['street', 'submit']],
      CHECKED: checked,
      RECORDED: [...checked, ['street3', 'record']],
      NOT_RECORDED: [...checked, ['street3', 'not-record']],
      WITHDRAWN: [['street', 'withdraw']],
      ABANDONED: [...toCorrection, ['day', 'abandon']],
    },
  },
  {
    workflow: FILING_BY_HUB as CaseWorkflow,
    owner: 'hub',
    input: () => byHub(),
    offices: () => 'hub2',
    paths: {
      DRAFT: [],
      SUBMITTED: atHub,
      CORRECTION_REQUESTED: hubCorrection,
      RESUBMITTED: [...hubCorrection, ['hub', 'submit']],
      RECORDED: [...atHub, ['hub2', 'record']],
      NOT_RECORDED: [...atHub, ['hub2', 'not-record']],
      WITHDRAWN: [['hub', 'withdraw']],
      ABANDONED: [...hubCorrection, ['day', 'abandon']],
    },
  },
];
const INPUTS: Readonly<Record<string, object>> = {
  'request-correction': { items: [{ pointer: '/group/ruleSheet', message: '请补充' }] },
  check: { finding: '已走访，情况属实' },
  'not-record': { ground: 'CONDITIONS', reason: '不具备条件' },
};
const PEOPLE = ['street', 'street2', 'street3', 'hub', 'hub2', 'acceptance', 'review', 'applicant', 'auditor'];

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');
let later = 0;

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  for (const [name, role, scope] of [
    ['street3', 'STREET_OFFICER', '110101001'],
    ['hub2', 'HUB_OFFICER', 'HUB-1-04'],
  ]) {
    await signUp(bureau, name, testPassword());
    await grantRole(bureau, name, role, scope);
  }
});

afterAll(() => app.close());

describe.each(SUBJECTS.map((subject) => [subject.workflow.name, subject] as const))('%s', (name, subject) => {
  const { workflow, owner, input, paths, offices } = subject;
  const byOf = (action: string, party: string): string => (party === 'APPLICANT' ? owner : offices(action));

  async function walk(state: string): Promise<Acted<FilingBody>> {
    clock.set('2026-11-24');
    const filing = await drafted(bureau, input(), owner);
    for (const [who, action] of paths[state]) {
      if (who !== 'day') await filing.act(who, action, INPUTS[action] ?? {}, 200);
      else {
        // The job of a day is done once: each walk waits for one of its own.
        later += 1;
        clock.set(addDays('2026-12-31', later));
        await runDueJobs(app);
        filing.body = (await bureau.call(owner, 'get', `/filings/${filing.body.id}`)).body as FilingBody;
      }
    }
    expect(filing.body.state).toBe(state);
    return filing;
  }

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
    expect(sorted(stored)).toEqual(sorted(declared));
  });

  it.each(Object.keys(paths))(
    'in %s: whoever the table names may take its steps, nobody else may, and no other step is possible',
    async (state) => {
      const walked = await walk(state);
      const edges = workflow.states[state].on;
      for (const action of Object.keys(workflow.actions)) {
        const party = edges[action]?.by[0];
        const office = party === 'STREET_OFFICER' ? ['street2', 'street3'] : ['hub2'];
        // Two of the office could check; who checked is kept from deciding, and is refused below.
        const able = party === undefined || party === 'SYSTEM' ? [] : party === 'APPLICANT' ? [owner] : office;
        const separated = state === 'CHECKED' ? able.filter((who) => who !== 'street2' || party === 'APPLICANT') : able;
        for (const who of PEOPLE.filter((one) => !separated.includes(one))) {
          const { status } = await walked.act(who, action, INPUTS[action] ?? {});
          expect([action, who, [403, 404, 409].includes(status)]).toEqual([action, who, true]);
        }
      }
      for (const [action, edge] of Object.entries(edges)) {
        if (edge!.by[0] === 'SYSTEM') continue;
        const fresh = await walk(state);
        const answer = await fresh.act(byOf(action, edge!.by[0]), action, INPUTS[action] ?? {});
        expect([action, answer.status, answer.body.state]).toEqual([action, 200, edge!.to]);
      }
      clock.set('2026-11-24');
    },
  );
});

it('the database keeps one account from checking and deciding, whoever writes the step', async () => {
  const filing = await drafted(bureau, territorial());
  await filing.act('applicant', 'submit', {}, 200);
  await filing.act('street', 'check', { finding: '已走访' }, 200);
  const [{ account, number }] = await databaseOf(app).asApplication<{ account: string; number: number }>(
    `SELECT account_id AS account, number FROM casework.step WHERE case_id = $1 AND action = 'check'`,
    [filing.body.id],
  );
  const planted = databaseOf(app).asApplication(
    `INSERT INTO casework.step (case_id, number, action, from_state, to_state, closes, party, account_id, legal_date, at, citation, detail)
     VALUES ($1, $2, 'record', 'CHECKED', 'RECORDED', true, 'STREET_OFFICER', $3, '2026-11-24', now(), '{}', '{}')`,
    [filing.body.id, number + 1, account],
  );
  await expect(planted).rejects.toMatchObject({ code: '23P01' });
});
