import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { grantRole } from '../../support/roles.js';
import { Bureau, type Registration } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
  // One officer who holds all three offices: only then does the separation itself decide.
  await grantRole(bureau, 'acceptance', 'REVIEW_OFFICER', '110000');
  await grantRole(bureau, 'acceptance', 'APPROVAL_OFFICER', '110000');
});

afterAll(() => app.close());

it('refuses the officer who accepted to review', async () => {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  await registration.act('acceptance', 'accept', {}, 200);
  expect(registration.body.allowedActions).toEqual([]);
  const answer = await registration.act('acceptance', 'begin-review');
  expect(answer.status).toBe(403);
  expect(answer.body.detail).toContain('须由不同人员办理');
});

it('refuses the officer who accepted to approve or to refuse', async () => {
  const registration = await bureau.reviewed();
  for (const [action, body] of [
    ['approve', {}],
    ['refuse', { ground: 'R1', reason: '宗旨不符合规定' }],
  ] as const) {
    expect((await registration.act('acceptance', action, body)).status).toBe(403);
  }
});

describe('by SQL as the application role', () => {
  let registration: Registration;
  let accounts: Record<string, string>;

  beforeAll(async () => {
    registration = await bureau.draft();
    await registration.act('applicant', 'submit', {}, 200);
    await registration.act('acceptance', 'accept', {}, 200);
    const rows = await databaseOf(app).asApplication<{ username: string; id: string }>(
      'SELECT username, id FROM access.account',
    );
    accounts = Object.fromEntries(rows.map(({ username, id }) => [username, id]));
  });

  const forge = (step: {
    action: string;
    party: string;
    account: string | null;
    from?: string;
    to?: string;
    separation?: string | null;
  }) =>
    databaseOf(app).asApplication(
      `INSERT INTO casework.step (case_id, number, action, from_state, to_state, to_queue, closes, party, account_id,
                                  separation_step, legal_date, at, citation, detail)
       VALUES ($1, 3, $2, $3, $4, NULL, true, $5, $6, $7, '2026-11-24', now(), '{}', '{}')`,
      [
        registration.body.id,
        step.action,
        step.from ?? 'ACCEPTED',
        step.to ?? 'APPROVED',
        step.party,
        step.account,
        step.separation ?? null,
      ],
    );
  const review = { action: 'begin-review', party: 'REVIEW_OFFICER' };

  it.each(['REVIEW', 'ACCEPT', null])(
    'refuses the officer who accepted to review, whatever set he names (%s)',
    async (separation) => {
      await expect(forge({ ...review, account: accounts.acceptance, separation })).rejects.toMatchObject({
        code: '23P01',
      });
    },
  );

  it.each([
    ['an action that the table does not know', { action: 'begin_review', party: 'REVIEW_OFFICER', who: 'review' }],
    ['an action of another state', { action: 'approve', party: 'APPROVAL_OFFICER', who: 'approval' }],
    [
      'a state that the case is not in',
      { action: 'approve', party: 'APPROVAL_OFFICER', who: 'approval', from: 'REVIEWED' },
    ],
    ['a step of the system that is an officer’s', { action: 'begin-review', party: 'SYSTEM', who: null }],
    ['an officer’s step of nobody', { ...review, who: null }],
    ['an account without the office', { ...review, who: 'approval' }],
    ['an administrator', { ...review, who: 'administrator' }],
    ['the applicant as his own officer', { ...review, who: 'applicant' }],
    ['another for the applicant', { action: 'withdraw', party: 'APPLICANT', who: 'acceptance' }],
  ])(
    'refuses %s',
    async (_, { who, ...step }: { action: string; party: string; who: string | null; from?: string }) => {
      await expect(forge({ ...step, account: who === null ? null : accounts[who] })).rejects.toMatchObject({
        code: '23514',
      });
    },
  );

  it('refuses an account that does not exist', async () => {
    await expect(forge({ ...review, account: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('leads a lawful step where the table says, whatever the writer says', async () => {
    await forge({ ...review, account: accounts.review, to: 'APPROVED' });
    expect(await registration.read()).toMatchObject({ state: 'UNDER_REVIEW' });
  });

  it('opens a case in its first state only, and lets none be pushed along', async () => {
    const database = databaseOf(app);
    const [{ state, closed }] = await database.asApplication<{ state: string; closed: boolean }>(
      `INSERT INTO casework.case (id, procedure, state, closed, title, authority, applicant_id, created_at)
       VALUES (gen_random_uuid(), 'establishment', 'APPROVED', true, 'x', '110000', $1, now()) RETURNING state, closed`,
      [accounts.applicant],
    );
    expect({ state, closed }).toEqual({ state: 'DRAFT', closed: false });
    const refused = (sql: string, code: string) => expect(database.asApplication(sql)).rejects.toMatchObject({ code });
    await refused(
      `INSERT INTO casework.case (id, procedure, title, authority, applicant_id, created_at)
                   SELECT gen_random_uuid(), 'Establishment', 'x', '110000', id, now() FROM access.account LIMIT 1`,
      'P0002',
    );
    await refused(`UPDATE casework.case SET state = 'REVIEWED'`, '42501');
    await refused(`UPDATE casework.edge SET to_state = 'APPROVED'`, '42501');
    await refused(`INSERT INTO casework.procedure VALUES ('another', 'APPROVED')`, '42501');
    await refused(`UPDATE casework.step SET account_id = NULL`, '42501');
    await refused(
      `UPDATE registration.application SET content = '{}' WHERE case_id = '${registration.body.id}'`,
      '23514',
    );
  });

  it('turns no counter back', async () => {
    const refused = (sql: string) =>
      expect(databaseOf(app).asApplication(sql)).rejects.toMatchObject({ code: '23514' });
    await refused(`UPDATE documents.number_series SET last = 1 WHERE series LIKE 'receipt:%'`);
    await refused(`UPDATE register.subject SET last_number = 0`);
    await refused(`UPDATE register.code_range SET next_serial = first_serial`);
  });
});

it('lets nobody decide an application of his own', async () => {
  await grantRole(bureau, 'acceptance', 'APPLICANT');
  const answer = await bureau.call('acceptance', 'post', '/registrations', {
    kind: 'SOCIAL_GROUP',
    track: 'DIRECT',
    authority: '110000',
    name: '北京市自办技术学会',
    documents: [],
  });
  expect(answer.status).toBe(201);
  const path = `/registrations/${answer.body.id}`;
  const submitted = await bureau.call(
    'acceptance',
    'post',
    `${path}/actions/submit`,
    { insist: true },
    { 'if-match': answer.headers.etag },
  );
  expect(submitted.status).toBe(200);
  expect(submitted.body.allowedActions).toEqual(['withdraw']);
  const accepted = await bureau.call(
    'acceptance',
    'post',
    `${path}/actions/accept`,
    {},
    { 'if-match': submitted.headers.etag },
  );
  expect(accepted.status).toBe(403);
  const question = { addresseeType: 'HUB', addressee: 'HUB-1-04', question: '请提出意见' };
  const consulted = await bureau.call('acceptance', 'post', `/cases/${answer.body.id}/consultations`, question);
  expect([consulted.status, consulted.body.detail]).toEqual([403, '不得办理本人申请的案件']);
});

it('lets a recused officer take no step, and another take it', async () => {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  const recused = await bureau.call(
    'acceptance',
    'post',
    `/work-queue/${registration.body.id}/recusals`,
    { reason: '与发起人有近亲属关系' },
    { 'if-match': `"${registration.body.version}"` },
  );
  expect(recused.status).toBe(204);
  await registration.read('review');
  expect((await registration.act('acceptance', 'accept')).body.detail).toContain('回避');
  await grantRole(bureau, 'review', 'ACCEPTANCE_OFFICER', '110000');
  await registration.act('review', 'accept', {}, 200);
  expect(registration.body.state).toBe('ACCEPTED');
});
