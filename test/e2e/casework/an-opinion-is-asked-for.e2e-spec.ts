import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  await signUp(bureau, 'hub-5', testPassword());
  await grantRole(bureau, 'hub-5', 'HUB_OFFICER', 'HUB-1-05');
});

afterAll(() => app.close());

async function underReview() {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  await registration.act('acceptance', 'accept', {}, 200);
  await registration.act('review', 'begin-review', {}, 200);
  return registration;
}

const question = { addresseeType: 'HUB', addressee: 'HUB-1-04', question: '请就业务范围是否属于贵会领域提出意见' };

it('is answered by the hub that was asked, within ten working days unless told otherwise, and read in the case', async () => {
  const registration = await underReview();
  const asked = await bureau.call('review', 'post', `/cases/${registration.body.id}/consultations`, question);
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({ state: 'OPEN', askedOn: '2026-11-24', dueOn: '2026-12-08' });

  const desk = await bureau.call('hub', 'get', '/consultations');
  expect(desk.body.items).toMatchObject([{ id: asked.body.id, caseTitle: registration.body.application.name }]);
  const answer = { opinion: 'AGREE', answer: '属于本会联系服务领域' };
  const etag = { 'if-match': asked.headers.etag };
  const answered = await bureau.call('hub', 'post', `/consultations/${asked.body.id}/actions/answer`, answer, etag);
  expect(answered.body).toMatchObject({ state: 'ANSWERED', opinion: 'AGREE', answeredOn: '2026-11-24' });
  const again = await bureau.call('hub', 'post', `/consultations/${asked.body.id}/actions/answer`, answer, {
    'if-match': answered.headers.etag,
  });
  expect(again.status).toBe(409);

  const listed = await bureau.call('review', 'get', `/cases/${registration.body.id}/consultations`);
  expect(listed.body.items).toMatchObject([{ opinion: 'AGREE' }]);
});

it('is not seen or answered by anybody who was not asked', async () => {
  const registration = await underReview();
  const asked = await bureau.call('review', 'post', `/cases/${registration.body.id}/consultations`, {
    ...question,
    addressee: 'HUB-1-05',
  });
  const answer = { opinion: 'AGREE', answer: '同意' };
  for (const who of ['hub', 'department', 'street']) {
    const answered = await bureau.call(who, 'post', `/consultations/${asked.body.id}/actions/answer`, answer, {
      'if-match': asked.headers.etag,
    });
    expect([who, answered.status]).toEqual([who, 404]);
  }
  expect((await bureau.call('hub', 'get', `/cases/${registration.body.id}/consultations`)).status).toBe(403);
});

it('is asked by the office that has the case, not by another, and never for a day gone by', async () => {
  const registration = await underReview();
  const path = `/cases/${registration.body.id}/consultations`;
  expect((await bureau.call('acceptance', 'post', path, question)).status).toBe(403);
  const late = await bureau.call('review', 'post', path, { ...question, dueOn: '2026-11-23' });
  expect(late.body.violations).toMatchObject([{ code: 'CW-CONSULTATION-PERIOD', pointer: '/dueOn' }]);
  const nobody = await bureau.call('review', 'post', path, { ...question, addressee: 'HUB-9-99', dueOn: '2028-12-31' });
  expect(nobody.body.violations).toMatchObject([
    { pointer: '/dueOn' },
    { code: 'ADDRESSEE_UNKNOWN', pointer: '/addressee' },
  ]);
});

it('is closed when the case is decided without it', async () => {
  const registration = await underReview();
  await bureau.call('review', 'post', `/cases/${registration.body.id}/consultations`, question);
  await registration.read();
  await registration.act('applicant', 'withdraw', {}, 200);
  const listed = await bureau.call('review', 'get', `/cases/${registration.body.id}/consultations`);
  expect(listed.body.items).toMatchObject([{ state: 'CLOSED' }]);
});
