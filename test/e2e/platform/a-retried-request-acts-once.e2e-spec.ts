import { databaseOf, startApp, type DemoName, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau, scitechAssociation } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock: new SettableClock('2026-11-24') });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

/** What a process leaves behind that dies after the commit and before its answer. */
async function loseTheAnswer(): Promise<void> {
  await databaseOf(app).asApplication(
    `UPDATE platform.idempotency_key SET state = 'IN_FLIGHT', answer = NULL WHERE ${LATEST}`,
  );
}

/** Keys are stored as hashes: a test knows one by having used it last. */
const LATEST = 'claimed_at = (SELECT max(claimed_at) FROM platform.idempotency_key)';

it('answers a creation from the record when the first answer was lost with its process', async () => {
  const body = scitechAssociation({ documents: await bureau.socialGroupPapers() });
  const headers = { 'idempotency-key': 'create-once' };
  const first = await bureau.call('applicant', 'post', '/registrations', body, headers);
  await loseTheAnswer();
  const again = await bureau.call('applicant', 'post', '/registrations', body, headers);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.etag).toBe(first.headers.etag);
});

it('answers an action from the record, and does not take it twice', async () => {
  const registration = await bureau.draft();
  const headers = { 'idempotency-key': 'submit-once', 'if-match': `"${registration.body.version}"` };
  const path = `${registration.path}/actions/submit`;
  const first = await bureau.call('applicant', 'post', path, {}, headers);
  await loseTheAnswer();
  const again = await bureau.call('applicant', 'post', path, {}, headers);
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect(again.body.steps).toHaveLength(1);
});

it('does not take a list for what a lost request made, and says that it was done', async () => {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  await registration.act('acceptance', 'accept', {}, 200);
  const ask = { addresseeType: 'HUB', addressee: 'HUB-1-04', question: '请就该学会的业务范围提出意见' };
  const requests: [string, DemoName, string, object, number][] = [
    ['claim-once', 'review', `/work-queue/${registration.body.id}/actions/claim`, {}, 200],
    ['ask-once', 'review', `/cases/${registration.body.id}/consultations`, ask, 201],
    ['recuse-once', 'review', `/work-queue/${registration.body.id}/recusals`, { reason: '与发起人有近亲属关系' }, 204],
  ];
  for (const [key, who, path, body, status] of requests) {
    const { version } = await registration.read();
    const headers = { 'idempotency-key': key, 'if-match': `"${version}"` };
    const first = await bureau.call(who, 'post', path, body, headers);
    expect([key, first.status, first.body]).toEqual([key, status, first.body]);
    await loseTheAnswer();
    const again = await bureau.call(who, 'post', path, body, headers);
    expect([key, again.status, again.headers['idempotent-replayed']]).toEqual([key, 204, 'true']);
    expect(again.text).toBe('');
  }
  const asked = await bureau.call('acceptance', 'get', `/cases/${registration.body.id}/consultations`);
  expect(asked.body.items).toHaveLength(1);
});

it('leaves a key free whose request was refused', async () => {
  const documents = await bureau.socialGroupPapers();
  const headers = { 'idempotency-key': 'refused-first' };
  const refused = await bureau.call(
    'applicant',
    'post',
    '/registrations',
    scitechAssociation({ documents, authority: '999999' }),
    headers,
  );
  expect(refused.status).toBe(422);
  expect(
    (await bureau.call('applicant', 'post', '/registrations', scitechAssociation({ documents }), headers)).status,
  ).toBe(201);
});

it('gives a key that a dead process held before its effect to the next who asks', async () => {
  const body = scitechAssociation({ documents: await bureau.socialGroupPapers() });
  const headers = { 'idempotency-key': 'died-before' };
  const first = await bureau.call('applicant', 'post', '/registrations', body, headers);
  await databaseOf(app).asApplication(
    `UPDATE platform.idempotency_key SET state = 'IN_FLIGHT', answer = NULL, effective = false, resource = NULL, claimed_at = now() - interval '2 minutes'
      WHERE ${LATEST}`,
  );
  const again = await bureau.call('applicant', 'post', '/registrations', body, headers);
  expect(again.status).toBe(201);
  expect(again.body.id).not.toBe(first.body.id);
});

it('keeps the answers encrypted', async () => {
  const rows = await databaseOf(app).asApplication<{ answer: string | null }>(
    'SELECT answer FROM platform.idempotency_key WHERE answer IS NOT NULL',
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ answer }) => answer!.startsWith('v1.'))).toBe(true);
});

it('keeps no key as it was written, which may be anything, and knows it again all the same', async () => {
  const headers = { 'idempotency-key': '110101190001019992' };
  const body = { username: 'once-only', displayName: '试验人员', password: 'zhi-you-wo-zhidao-9' };
  const first = await bureau.call(undefined, 'post', '/accounts', body, headers);
  const again = await bureau.call(undefined, 'post', '/accounts', body, headers);
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  const rows = await databaseOf(app).asApplication<{ row: string }>(
    'SELECT k::text AS row FROM platform.idempotency_key k',
  );
  expect(rows.filter(({ row }) => row.includes(headers['idempotency-key']))).toEqual([]);
});
