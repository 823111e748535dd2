import { databaseOf, startApp, type TestApp } from '../../support/app.js';
import { registry } from '../../support/command-line.js';
import { Bureau, identityNumber } from '../../support/registrations.js';

let app: TestApp;
let bureau: Bureau;
const TABLES = ['register.organization', 'register.hub', 'register.restriction', 'disclosure.organization'];

beforeAll(async () => {
  app = await startApp();
  bureau = new Bureau(app);
  for (let index = 0; index < 3; index += 1) await (await bureau.reviewed()).act('approval', 'approve', {}, 200);
  await bureau.call('enforcement', 'post', '/register/restrictions', {
    subject: { name: '周某', idKind: 'RESIDENT_ID', idNumber: identityNumber() },
    effect: 'WARN',
    actions: ['establishment.approve'],
    reason: '另有调查',
    citation: { law: '中华人民共和国行政许可法', article: '第三十四条' },
    from: '2026-01-01',
  });
});

afterAll(() => app.close());

async function dump(): Promise<Record<string, unknown[]>> {
  const database = databaseOf(app);
  const tables = await Promise.all(
    TABLES.map(
      async (table) =>
        [
          table,
          await database.asOwner(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`),
        ] as const,
    ),
  );
  return Object.fromEntries(tables);
}

it('gives the same tables when they are rebuilt from the entries alone', async () => {
  const before = await dump();
  expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
  await databaseOf(app).asOwner(
    `DELETE FROM disclosure.organization; UPDATE register.organization SET name = '改过的名称'`,
  );
  expect(registry(databaseOf(app), 'rebuild')).toMatchObject({ status: 0 });
  expect(await dump()).toEqual(before);
});

it.each([
  [
    'a projection that says something else',
    `UPDATE disclosure.organization SET name = '改过的名称' WHERE subject_id = (SELECT min(subject_id::text)::uuid FROM disclosure.organization)`,
    'disclosure.organization',
  ],
  ['a row that no entry says', `UPDATE register.hub SET parent = 'HUB-1-01' WHERE code = 'HUB-4-09'`, 'register.hub'],
])('names %s', async (_, tampering, table) => {
  await databaseOf(app).asOwner(tampering);
  const { status, stdout } = registry(databaseOf(app), 'verify');
  expect({ status, named: stdout.includes(`broken: ${table}`) }).toEqual({ status: 1, named: true });
  registry(databaseOf(app), 'rebuild');
  expect(registry(databaseOf(app), 'verify').status).toBe(0);
});

it.each([
  ['whose legal date was moved', 'legal_date = legal_date - 1', 'legal_date = legal_date + 1'],
  ['that was given to another kind', `kind = 'IMPORTED'`, `kind = 'RESTRICTION_IMPOSED'`],
  [
    'whose author was changed',
    'recorded_by = NULL',
    `recorded_by = (SELECT account_id FROM audit.entry WHERE action = 'register.impose-restriction')`,
  ],
])('names an entry %s', async (_, tampering, undoing) => {
  const last = `WHERE id = (SELECT max(id) FROM register.entry)`;
  const [{ id }] = await databaseOf(app).asOwner<{ id: string }>(
    `UPDATE register.entry SET ${tampering} ${last} RETURNING id`,
  );
  const { status, stdout } = registry(databaseOf(app), 'verify');
  expect([status, stdout]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^broken: entry ${id} .*does not have its hash`)),
  ]);
  await databaseOf(app).asOwner(`UPDATE register.entry SET ${undoing} ${last}`);
  expect(registry(databaseOf(app), 'verify').status).toBe(0);
});

it('names the entry whose person was given another name, which the application role cannot do', async () => {
  const rename = (name: string) => `UPDATE register.person SET name = '${name}' WHERE name = '张明' OR name = '假名'`;
  await expect(databaseOf(app).asApplication(rename('假名'))).rejects.toMatchObject({ code: '42501' });
  await databaseOf(app).asOwner(rename('假名'));
  expect(registry(databaseOf(app), 'verify').stdout).toMatch(
    /^broken: entry \d+ .*: the person it names was changed$/m,
  );
  await databaseOf(app).asOwner(rename('张明'));
  expect(registry(databaseOf(app), 'verify').status).toBe(0);
});

it('names a subject whose entry was deleted', async () => {
  const [{ subject_id: subject }] = await databaseOf(app).asOwner<{ subject_id: string }>(
    `DELETE FROM register.entry WHERE id = (SELECT min(id) FROM register.entry) RETURNING subject_id`,
  );
  const { status, stdout } = registry(databaseOf(app), 'verify');
  expect([status, stdout]).toEqual([1, expect.stringContaining(`subject ${subject}: has 0 entries, should have 1`)]);
});
