import { residentIdCheck } from '@app/kernel';
import { databaseOf, startApp, testPassword, type TestApp } from '../../support/app.js';
import { SettableClock } from '../../support/clock.js';
import { grantRole, signUp } from '../../support/roles.js';
import { Bureau, codesOf, identityNumber, leader } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const clock = new SettableClock('2026-11-24');

beforeAll(async () => {
  app = await startApp({ clock });
  bureau = new Bureau(app);
});

beforeEach(() => clock.set('2026-11-24'));

afterAll(() => app.close());

function restriction(idNumber: string, effect: 'BAR' | 'WARN', change: object = {}) {
  return {
    subject: { name: '周某', idKind: 'RESIDENT_ID', idNumber },
    effect,
    actions: ['establishment.*'],
    reason: '对被撤销登记的基金会违法行为负有个人责任（京民罚〔2026〕3号）',
    citation: { law: '基金会管理条例', article: '第二十三条第二款' },
    from: '2026-11-01',
    ...change,
  };
}

it('bars the grant while a restriction stands, shows it at every step before, and grants once it is lifted', async () => {
  const idNumber = identityNumber();
  const imposed = await bureau.call('enforcement', 'post', '/register/restrictions', restriction(idNumber, 'BAR'));
  expect(imposed.status).toBe(201);
  const registration = await bureau.reviewed({ leaders: [leader({ name: '周某', idNumber })] });
  expect(registration.body.steps.every(({ detail }) => 'warnings' in detail)).toBe(true);

  const barred = await registration.act('approval', 'approve');
  expect(barred.status).toBe(422);
  expect(barred.body.violations).toMatchObject([{ code: 'PERSON_RESTRICTED', citation: { law: '基金会管理条例' } }]);

  await bureau.call('enforcement', 'post', `/register/restrictions/${imposed.body.id}/actions/lift`, {
    reason: '复查后解除',
  });
  await registration.act('approval', 'approve', {}, 200);
  const again = await bureau.call('enforcement', 'post', `/register/restrictions/${imposed.body.id}/actions/lift`, {
    reason: '再次解除',
  });
  expect(again.status).toBe(409);
});

it('lets a warning pass, and keeps it with the step', async () => {
  const idNumber = identityNumber();
  await bureau.call('enforcement', 'post', '/register/restrictions', restriction(idNumber, 'WARN'));
  const registration = await bureau.reviewed({ leaders: [leader({ name: '周某', idNumber })] });
  await registration.act('approval', 'approve', {}, 200);
  expect(registration.body.steps.at(-1)!.detail).toMatchObject({
    warnings: [{ effect: 'WARN', code: 'PERSON_RESTRICTED' }],
  });
});

it('no longer bars after the last day of the restriction', async () => {
  const idNumber = identityNumber();
  await bureau.call(
    'enforcement',
    'post',
    '/register/restrictions',
    restriction(idNumber, 'BAR', { until: '2026-11-24' }),
  );
  const registration = await bureau.reviewed({ leaders: [leader({ name: '周某', idNumber })] });
  expect(codesOf(await registration.act('approval', 'approve'))).toEqual(['PERSON_RESTRICTED']);
  clock.set('2026-11-25');
  await registration.act('approval', 'approve', {}, 200);
});

it('keeps numbers and phones out of every table in clear, and masked in answers', async () => {
  const idNumber = identityNumber();
  const registration = await bureau.reviewed({ leaders: [leader({ idNumber, phone: '13911112222' })] });
  await registration.act('approval', 'approve', {}, 200);
  const shown = await registration.read();
  expect(JSON.stringify(shown)).not.toContain(idNumber);
  expect(JSON.stringify(shown)).not.toContain('13911112222');

  const database = databaseOf(app);
  const tables = await database.asOwner<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const [{ hits }] = await database.asOwner<{ hits: number }>(
      `SELECT count(*)::int AS hits FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' OR t::text LIKE '%13911112222%'`,
      [idNumber],
    );
    expect({ name, hits }).toEqual({ name, hits: 0 });
  }
});

it('keeps the number when the applicant writes back the masked form he was shown', async () => {
  const idNumber = identityNumber();
  const registration = await bureau.draft({ leaders: [leader({ idNumber })] });
  expect((await registration.update({ purpose: '促进智能装备技术的交流' })).status).toBe(200);
  const validated = await bureau.call('applicant', 'post', `${registration.path}/validate`);
  expect(validated.body).toEqual({ valid: true, violations: [] });
});

it('takes no restriction on somebody it cannot tell apart from others', async () => {
  const nobody = await bureau.call('enforcement', 'post', '/register/restrictions', {
    ...restriction('', 'BAR'),
    subject: { name: '周某' },
  });
  expect(codesOf(nobody)).toEqual(['SUBJECT_REQUIRED']);
  const misspelt = await bureau.call(
    'enforcement',
    'post',
    '/register/restrictions',
    restriction('110101190001011110', 'BAR'),
  );
  expect(codesOf(misspelt)).toEqual(['ID_NUMBER']);
  const unknown = await bureau.call('enforcement', 'post', '/register/restrictions', {
    ...restriction('', 'BAR'),
    subject: { creditCode: '51110000MJ0101505U' },
  });
  expect(unknown.status).toBe(404);
});

it('binds only where the place that imposed it has jurisdiction, and only that place lifts it', async () => {
  await signUp(bureau, 'urumqi', testPassword());
  await grantRole(bureau, 'urumqi', 'ENFORCEMENT_OFFICER', '650100');
  const idNumber = identityNumber();
  const elsewhere = await bureau.call('urumqi', 'post', '/register/restrictions', restriction(idNumber, 'BAR'));
  expect(elsewhere.status).toBe(201);
  const registration = await bureau.reviewed({ leaders: [leader({ name: '周某', idNumber })] });
  await registration.act('approval', 'approve', {}, 200);

  const here = await bureau.call('enforcement', 'post', '/register/restrictions', restriction(identityNumber(), 'BAR'));
  const lifted = await bureau.call('urumqi', 'post', `/register/restrictions/${here.body.id}/actions/lift`, {
    reason: '代为解除',
  });
  expect(lifted.status).toBe(404);
  const organization = { ...restriction('', 'BAR'), subject: { creditCode: registration.body.decision!.creditCode } };
  expect((await bureau.call('urumqi', 'post', '/register/restrictions', organization)).status).toBe(403);
  expect((await bureau.call('enforcement', 'post', '/register/restrictions', organization)).status).toBe(201);
});

it('is not got round by another kind of document', async () => {
  const idNumber = identityNumber();
  await bureau.call('enforcement', 'post', '/register/restrictions', restriction(idNumber, 'BAR'));
  for (const residency of ['MAINLAND', 'FOREIGN']) {
    const registration = await bureau.draft({
      leaders: [leader({ name: '周某', idNumber, idKind: 'PASSPORT', residency })],
    });
    const { body } = await bureau.call('applicant', 'post', `${registration.path}/validate`);
    expect(body.violations.map(({ pointer }: { pointer: string }) => pointer)).toContain('/leaders/0/idNumber');
  }
});

it('never renames a person by the way: a known number under another name is a violation', async () => {
  const idNumber = identityNumber();
  const first = await bureau.reviewed({ leaders: [leader({ name: '周甲', idNumber })] });
  await first.act('approval', 'approve', {}, 200);
  const vice = leader({ name: '周乙', idNumber, legalRepresentative: false, postTitle: '副会长' });
  const second = await bureau.reviewed({ leaders: [leader(), vice] });
  const refused = await second.act('approval', 'approve');
  expect(refused.body.violations).toMatchObject([{ code: 'PERSON_NAME_DIFFERS', pointer: '/leaders/1/name' }]);
  const file = await bureau.call(undefined, 'get', `/public/organizations/${first.body.decision!.creditCode}`);
  expect(file.body.legalRepresentative).toEqual({ name: '周甲' });
});

it('takes the age from the document, whatever its bearer declares', async () => {
  const seventeen = '11010120200101001';
  const child = `${seventeen}${residentIdCheck(seventeen)}`;
  const registration = await bureau.draft({ leaders: [leader({ idNumber: child })] });
  const { body } = await bureau.call('applicant', 'post', `${registration.path}/validate`);
  expect(body.violations).toMatchObject([{ pointer: '/leaders/0/declarations/fullCivilCapacity' }]);
});

it('never takes one person for another who looks alike when masked', async () => {
  const foreigner = { name: '李强', idKind: 'PASSPORT', residency: 'FOREIGN' };
  const chair = leader({ ...foreigner, idNumber: 'E12345678' });
  const other = leader({
    ...foreigner,
    idNumber: 'E99945678',
    post: 'OTHER',
    postTitle: '理事',
    legalRepresentative: false,
  });
  const draft = await bureau.draft({ leaders: [chair, other] });
  const [first, second] = draft.body.application.leaders as object[];
  expect((await draft.update({ leaders: [second, first] })).status).toBe(200);
  const numberProblems = async () => {
    const { body } = await bureau.call('applicant', 'post', `${draft.path}/validate`);
    return (body.violations as { pointer: string }[])
      .map(({ pointer }) => pointer)
      .filter((pointer) => pointer.endsWith('/idNumber'));
  };
  expect(await numberProblems()).toEqual([]);
  await draft.act('applicant', 'submit', { insist: true }, 200);
  const hashes = await databaseOf(app).asApplication<{ hashes: string[] }>(
    'SELECT person_hashes AS hashes FROM registration.application WHERE case_id = $1',
    [draft.body.id],
  );
  // Two initiators and two leaders: four different documents, none taken for another.
  expect(new Set(hashes[0].hashes).size).toBe(4);
});

it('asks for the number again where a change makes two who look alike one', async () => {
  const foreigner = { name: '李强', idKind: 'PASSPORT', residency: 'FOREIGN' };
  const leaders = ['E12345678', 'E99945678'].map((idNumber) => leader({ ...foreigner, idNumber }));
  const draft = await bureau.draft({ leaders });
  const changed = (draft.body.application.leaders as object[]).map((person) => ({ ...person, postTitle: '理事' }));
  await draft.update({ leaders: changed });
  const { body } = await bureau.call('applicant', 'post', `${draft.path}/validate`);
  const pointers = (body.violations as { pointer: string }[]).map(({ pointer }) => pointer);
  expect(pointers).toEqual(expect.arrayContaining(['/leaders/0/idNumber', '/leaders/1/idNumber']));
});
