import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { runDueJobs } from '../../support/jobs.js';
import { Bureau } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

async function nextDay(day: string): Promise<void> {
  clock.set(day);
  await runDueJobs(app);
}

it('deems an application accepted, as of the day of receipt, after five working days of silence (许可法 第三十二条第一款第(四)项)', async () => {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  const corrected = await bureau.draft();
  await corrected.act('applicant', 'submit', {}, 200);
  await corrected.act(
    'acceptance',
    'request-correction',
    { items: [{ pointer: '/scope', message: '请写明业务范围' }] },
    200,
  );

  await nextDay('2026-12-01');
  expect((await registration.read()).state).toBe('SUBMITTED');

  await nextDay('2026-12-02');
  expect(await registration.read()).toMatchObject({
    state: 'ACCEPTED',
    clock: { receivedOn: '2026-11-24', dueOn: '2027-01-23', unit: 'natural' },
    steps: [{ action: 'submit' }, { action: 'deem-accepted', party: 'SYSTEM', detail: { acceptedAsOf: '2026-11-24' } }],
  });
  expect((await corrected.read()).state).toBe('CORRECTION_REQUESTED');
});

it('lets no officer ask for correction or turn it away once the five days are over, even before the job has run', async () => {
  clock.set('2026-11-24');
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  clock.set('2026-12-02');
  const late = await registration.act('acceptance', 'request-correction', {
    items: [{ pointer: '/scope', message: '请写明业务范围' }],
  });
  expect(late.status).toBe(409);
  expect(late.body.allowedActions).toEqual(['accept']);
  expect((await registration.act('acceptance', 'not-admit', { ground: 'N2', reason: '不属于职权范围' })).status).toBe(
    409,
  );

  // To accept now is to put on paper what the law did: a charity's thirty days run from the receipt.
  const charity = await bureau.draft({ charity: true });
  clock.set('2026-12-02');
  await charity.act('applicant', 'submit', { insist: true }, 200);
  clock.set('2026-12-10');
  await charity.act('acceptance', 'accept', {}, 200);
  expect(charity.body.clock.dueOn).toBe('2027-01-01');
});

it('runs a daily job once, however often it is announced', async () => {
  await nextDay('2026-12-03');
  await nextDay('2026-12-03');
  const rows = await databaseOf(app).asApplication<{ count: string }>(
    `SELECT count(*) FROM platform.outbox WHERE topic = 'daily:establishment.find-silent' AND unique_key = '2026-12-03'`,
  );
  expect(rows).toEqual([{ count: '1' }]);
});
