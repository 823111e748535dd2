import { startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { Bureau, type Registration } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

let app: TestApp;
let bureau: Bureau;
let registration: Registration;
let creditCode: string;
const clock = new SettableClock('2026-11-24');
const restriction = {
  effect: 'WARN',
  actions: ['establishment.approve'],
  reason: '另有调查，2026年京民罚字第3号',
  citation: { law: '中华人民共和国行政许可法', article: '第六十一条' },
  from: '2026-12-01',
};

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
  for (const [username, role, scope] of [
    ['haidian', 'ACCEPTANCE_OFFICER', '110108'],
    ['shanghai', 'ENFORCEMENT_OFFICER', '310000'],
    ['ministry', 'APPROVAL_OFFICER', '100000'],
  ]) {
    await signUp(bureau, username, testPassword());
    await grantRole(bureau, username, role, scope);
  }
  registration = await bureau.reviewed();
  await registration.act('approval', 'approve', {}, 200);
  creditCode = registration.body.decision!.creditCode!;
  clock.set('2026-12-01');
  const body = { subject: { creditCode }, ...restriction };
  const { status } = await bureau.call('enforcement', 'post', '/register/restrictions', body);
  expect(status).toBe(201);
});

afterAll(() => app.close());

const read = (who: string | undefined, path = '') => bureau.call(who, 'get', `/organizations/${creditCode}${path}`);

it('shows the office what the public sees, and what stands against the organization besides', async () => {
  const file = await bureau.call(undefined, 'get', `/public/organizations/${creditCode}`);
  const { status, body } = await read('acceptance');
  expect([status, body]).toEqual([
    200,
    {
      ...file.body,
      restrictions: [
        { ...restriction, id: expect.any(String) as string, authority: '110000', until: null, liftedOn: null },
      ],
    },
  ]);
  expect(JSON.stringify(file.body)).not.toContain(restriction.reason);
});

it('shows it as it stood on a day, and not before there was anything', async () => {
  expect((await read('review', '?asOf=2026-11-30')).body).toMatchObject({ asOf: '2026-11-30', restrictions: [] });
  const before = await read('review', '?asOf=2026-11-23');
  expect([before.status, before.body.detail]).toEqual([404, '该时点尚无登记']);
  expect((await read('review', '?knownAt=2026-01-01T00:00:00Z')).status).toBe(404);
});

it('names with each entry who recorded it, and in which case', async () => {
  const { status, body } = await read('auditor', '/entries');
  expect([status, body.items]).toMatchObject([
    200,
    [
      { number: 1, kind: 'ESTABLISHED', recordedBy: 'approval', caseId: registration.body.id, restrictions: [] },
      {
        number: 2,
        kind: 'RESTRICTION_IMPOSED',
        recordedBy: 'enforcement',
        caseId: null,
        fields: {},
        restrictions: [{ reason: restriction.reason }],
      },
    ],
  ]);
});

it('shows persons by name and post, without number, phone or reference', async () => {
  for (const path of ['', '/entries']) {
    const { text } = await read('approval', path);
    expect(text).toContain('张明');
    expect(text).not.toMatch(/commitment|"person"|1101011900|1380000/);
  }
});

it('hides the file from an office that does not reach its registrar, as if there were none', async () => {
  for (const path of ['', '/entries']) {
    for (const who of ['haidian', 'shanghai']) {
      const hidden = await read(who, path);
      const missing = await bureau.call(who, 'get', `/organizations/51110000500000000X${path}`);
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      expect({ ...hidden.body, instance: '', traceId: '' }).toEqual({ ...missing.body, instance: '', traceId: '' });
    }
    for (const who of ['ministry', 'auditor', 'enforcement']) expect((await read(who, path)).status).toBe(200);
  }
});

it('is for officers alone', async () => {
  expect((await read(undefined)).status).toBe(401);
  for (const who of ['applicant', 'agent', 'hub', 'street', 'administrator']) {
    expect([who, (await read(who)).status, (await read(who, '/entries')).status]).toEqual([who, 403, 403]);
  }
});
