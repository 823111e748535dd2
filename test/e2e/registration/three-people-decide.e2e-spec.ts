import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { databaseOf, startApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { grantRole } from '../../support/roles.js';
import { Bureau } from '../../support/registrations.js';

let app: NestFastifyApplication;
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

it('refuses a second step of the same person by SQL as the application role too', async () => {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  await registration.act('acceptance', 'accept', {}, 200);
  const database = databaseOf(app);
  const [{ account_id: accepter }] = await database.asApplication<{ account_id: string }>(
    `SELECT account_id FROM casework.step WHERE case_id = $1 AND action = 'accept'`,
    [registration.body.id],
  );
  const forged = (separationStep: string | null, account: string | null = accepter) =>
    database.asApplication(
      `INSERT INTO casework.step (case_id, number, action, from_state, to_state, to_queue, closes, party, account_id,
                                  separation_step, legal_date, at, citation, detail)
       VALUES ($1, 3, 'begin-review', 'ACCEPTED', 'UNDER_REVIEW', 'REVIEW_OFFICER', false, 'REVIEW_OFFICER', $2, $3, '2026-11-24',
               now(), '{}', '{}')`,
      [registration.body.id, account, separationStep],
    );
  await expect(forged('REVIEW')).rejects.toMatchObject({ code: '23P01' });
  await expect(forged('ACCEPT')).rejects.toMatchObject({ code: '23P01' });
  await expect(forged(null)).rejects.toMatchObject({ code: '23P01' });
  await expect(
    database.asApplication(`UPDATE casework.case SET state = 'REVIEWED' WHERE id = $1`, [registration.body.id]),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(database.asApplication(`DELETE FROM casework.separation`)).rejects.toMatchObject({ code: '42501' });
  await expect(
    database.asApplication(`UPDATE casework.step SET account_id = NULL WHERE case_id = $1`, [registration.body.id]),
  ).rejects.toMatchObject({ code: '42501' });
});

it('refuses a step that does not follow from the state, by SQL too', async () => {
  const registration = await bureau.draft();
  await expect(
    databaseOf(app).asApplication(
      `INSERT INTO casework.step (case_id, number, action, from_state, to_state, closes, party, legal_date, at, citation, detail)
       VALUES ($1, 1, 'approve', 'REVIEWED', 'APPROVED', true, 'SYSTEM', '2026-11-24', now(), '{}', '{}')`,
      [registration.body.id],
    ),
  ).rejects.toMatchObject({ code: '23514' });
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
