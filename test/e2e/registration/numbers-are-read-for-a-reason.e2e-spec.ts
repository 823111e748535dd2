import { databaseOf, startApp, testPassword, type TestApp } from '../../support/app.js';
import { Bureau, identityNumber, leader, type Registration } from '../../support/registrations.js';
import { grantRole, signUp } from '../../support/roles.js';

const CHAIR = { idNumber: identityNumber(), phone: '13800137001' };
const REASON = '核对法定代表人身份证复印件';
const WANTED = { persons: ['/leaders/0'], reason: REASON };

let app: TestApp;
let bureau: Bureau;
let registration: Registration;

beforeAll(async () => {
  app = await startApp();
  bureau = new Bureau(app);
  await signUp(bureau, 'shouli-yi', testPassword());
  await grantRole(bureau, 'shouli-yi', 'ACCEPTANCE_OFFICER', '110000');
  await signUp(bureau, 'shouli-haidian', testPassword());
  await grantRole(bureau, 'shouli-haidian', 'ACCEPTANCE_OFFICER', '110108');
});

beforeEach(async () => {
  registration = await bureau.draft({ leaders: [leader(CHAIR), leader({ legalRepresentative: false })] });
});

afterAll(() => app.close());

const reveal = (who: string, body: object = WANTED, headers = {}) =>
  bureau.call(who, 'post', `${registration.path}/persons/actions/reveal`, body, headers);

it('shows the numbers to the officer whose turn it is, and keeps who read whose, and why', async () => {
  await registration.act('applicant', 'submit', { insist: true }, 200);
  const answer = await reveal('acceptance');
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).toEqual({ persons: [{ pointer: '/leaders/0', name: '张明', idKind: 'RESIDENT_ID', ...CHAIR }] });
  const { items } = (
    await bureau.call('auditor', 'get', `/audit?action=establishment.reveal-persons&subjectId=${registration.body.id}`)
  ).body;
  expect(items).toMatchObject([
    {
      actor: 'acceptance',
      subjectId: registration.body.id,
      ground: { law: '中华人民共和国个人信息保护法' },
      detail: WANTED,
    },
  ]);
  expect(JSON.stringify(items)).not.toContain(CHAIR.idNumber);
  expect(JSON.stringify((await registration.read('acceptance')).application)).not.toContain(CHAIR.idNumber);
});

it('keeps nothing of the answer, and audits a reading under the same Idempotency-Key again', async () => {
  await registration.act('applicant', 'submit', { insist: true }, 200);
  for (const time of [1, 2]) {
    expect([time, (await reveal('acceptance', WANTED, { 'idempotency-key': 'read-once' })).status]).toEqual([
      time,
      200,
    ]);
  }
  const database = databaseOf(app);
  expect(await database.asApplication('SELECT 1 FROM platform.idempotency_key WHERE answer IS NOT NULL')).toEqual([]);
  const kept = await database.asApplication(
    `SELECT 1 FROM audit.entry WHERE action = 'establishment.reveal-persons' AND subject_id = $1`,
    [registration.body.id],
  );
  expect(kept).toHaveLength(2);
});

it('shows them to nobody else: neither the applicant nor other offices, other places, colleagues, nor after the decision', async () => {
  const seen = async () =>
    Object.fromEntries(
      await Promise.all(
        ['applicant', 'acceptance', 'shouli-haidian', 'review', 'approval', 'auditor', 'administrator'].map(
          async (who) => [who, (await reveal(who)).status] as const,
        ),
      ),
    );
  const nobody = { applicant: 403, 'shouli-haidian': 404, auditor: 403, administrator: 403 };
  expect(await seen()).toEqual({ ...nobody, acceptance: 404, review: 404, approval: 404 });
  await registration.act('applicant', 'submit', {}, 200);
  expect(await seen()).toEqual({ ...nobody, acceptance: 200, review: 403, approval: 403 });
  const claim = `/work-queue/${registration.body.id}/actions/claim`;
  await bureau.call('shouli-yi', 'post', claim, {}, { 'if-match': `"${registration.body.version}"` });
  expect(await seen()).toEqual({ ...nobody, acceptance: 409, review: 403, approval: 403 });
  await registration.read();
  await registration.act('shouli-yi', 'accept', {}, 200);
  expect(await seen()).toEqual({ ...nobody, acceptance: 403, review: 200, approval: 403 });
  await registration.act('applicant', 'withdraw', {}, 200);
  expect(await seen()).toEqual({ ...nobody, acceptance: 403, review: 403, approval: 403 });
});

it('asks for a reason in words, without numbers, and for persons who are there', async () => {
  await registration.act('applicant', 'submit', { insist: true }, 200);
  for (const reason of [undefined, '', '核对证件', 'to check the copy', `核对身份证号码${CHAIR.idNumber}`]) {
    expect([reason, (await reveal('acceptance', { ...WANTED, reason })).status]).toEqual([reason, 400]);
  }
  for (const persons of [[], ['/leaders'], ['/leaders/0', '/leaders/0'], ['/documents/0']]) {
    expect([persons, (await reveal('acceptance', { persons, reason: REASON })).status]).toEqual([persons, 400]);
  }
  const answer = await reveal('acceptance', { persons: ['/leaders/0', '/initiators/9'], reason: REASON });
  expect(answer.status).toBe(422);
  expect(answer.body.violations).toMatchObject([{ code: 'PERSON_UNKNOWN', pointer: '/persons/1' }]);
});
