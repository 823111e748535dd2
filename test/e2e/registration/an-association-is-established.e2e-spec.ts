import { parseCreditCode } from '@app/kernel';
import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { registry } from '../../support/command-line.js';
import { APPROVING, Bureau } from '../../support/registrations.js';

const clock = new SettableClock('2026-11-24');
let app: TestApp;
let bureau: Bureau;

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

it('establishes a 社会团体 of class 科技类 with 52 members and 30,000 yuan, from draft through correction to the public file', async () => {
  const draft = await bureau.draft();
  const { name } = draft.body.application as { name: string };
  expect(draft.body).toMatchObject({
    state: 'DRAFT',
    allowedActions: ['submit', 'withdraw'],
    clock: { light: 'GREY' },
  });

  await draft.act('applicant', 'submit', {}, 200);
  expect(draft.body).toMatchObject({
    state: 'SUBMITTED',
    receiptNumber: '110000民社收〔2026〕1号',
    // Five working days after Tuesday 24 November (许可法 第三十二条第一款第(四)项、第八十二条).
    clock: { receivedOn: '2026-11-24', dueOn: '2026-12-01', remainingDays: 5, unit: 'working', light: 'GREEN' },
  });

  await draft.act(
    'acceptance',
    'request-correction',
    { items: [{ pointer: '/purpose', message: '请写明服务对象' }] },
    200,
  );
  expect(draft.body).toMatchObject({ state: 'CORRECTION_REQUESTED', allowedActions: [], clock: { light: 'GREY' } });
  expect((await draft.read()).allowedActions).toEqual(['submit', 'withdraw']);
  expect((await draft.update({ purpose: '促进智能装备技术的学术交流，服务会员' })).status).toBe(200);

  clock.set('2026-11-26');
  await draft.act('applicant', 'submit', {}, 200);
  await draft.act('acceptance', 'accept', {}, 200);
  expect(draft.body).toMatchObject({
    state: 'ACCEPTED',
    receiptNumber: '110000民社收〔2026〕1号',
    // Sixty days from receipt of all valid papers, the day of receipt not counted (条例 第十二条第一款).
    clock: { receivedOn: '2026-11-26', dueOn: '2027-01-25', remainingDays: 60, unit: 'natural' },
  });

  await draft.act('review', 'begin-review', {}, 200);
  await draft.act('review', 'complete-review', APPROVING, 200);
  await draft.act('approval', 'approve', { reason: '符合条件' }, 200);
  const { decision } = draft.body;
  expect(decision).toMatchObject({
    outcome: 'APPROVED',
    number: '110000民社准〔2026〕1号',
    certificateDueOn: '2026-12-10',
    remedies: null,
  });
  expect(decision!.rules.length).toBeGreaterThan(10);

  const code = decision!.creditCode!;
  expect(parseCreditCode(code)).toMatchObject({ ok: true, parts: { department: '5', kind: '1', authority: '110000' } });
  const file = await bureau.call(undefined, 'get', `/public/organizations/${code}`);
  expect(file.body).toMatchObject({
    creditCode: code,
    name,
    kind: 'SOCIAL_GROUP',
    standing: 'REGISTERED',
    legalPerson: true,
    status: 'ACTIVE',
    category: 'SCITECH',
    authority: '110000',
    authorityName: '北京市',
    divisionName: '北京市海淀区',
    foundedOn: '2026-11-26',
    funds: 30_000,
    legalRepresentative: { name: '张明' },
    leaders: [
      { name: '张明', post: '会长' },
      { name: '赵强', post: '秘书长' },
    ],
    hub: null,
    listed: 'NONE',
  });
  expect(JSON.stringify(file.body)).not.toMatch(/1101011900|commitment|idNumber/);

  const found = await bureau.call(undefined, 'get', `/public/organizations?q=${encodeURIComponent('智能装备')}`);
  expect(found.body).toMatchObject({ items: [{ creditCode: code, name }], total: { value: 1, relation: 'eq' } });
  expect(registry(databaseOf(app), 'verify')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('verified: ') as string,
  });
});

it('names the entry of which one byte was changed in the database', async () => {
  const { decision } = (await approved()).body;
  const database = databaseOf(app);
  const [{ id }] = await database.asOwner<{ id: string }>(
    `UPDATE register.entry SET difference = jsonb_set(difference, '{residence}', to_jsonb(overlay(difference ->> 'residence' PLACING '2' FROM 10 FOR 1)))
      WHERE difference ->> 'creditCode' = $1 RETURNING id`,
    [decision!.creditCode],
  );
  const { status, stdout } = registry(database, 'verify');
  expect({ status, stdout }).toMatchObject({
    status: 1,
    stdout: expect.stringContaining(`broken: entry ${id} `) as string,
  });
});

async function approved() {
  const registration = await bureau.reviewed();
  await registration.act('approval', 'approve', {}, 200);
  return registration;
}
