import { readFileSync, rmSync, statSync } from 'node:fs';
import { CreateInstallationAccount, DEMO_ACCOUNTS, DemoAccounts, demoPasswordFile } from '@app/access';
import { Settings, SYSTEM, UnitOfWork } from '@app/platform';
import { AccessApp, DEMO_PASSWORD } from './access-app.js';

let app: Awaited<ReturnType<typeof AccessApp.startInProcess>>;
let settings: Settings;
beforeAll(async () => {
  app = await AccessApp.startInProcess();
  settings = app.nest.get(Settings);
});
afterAll(() => app.close());

const seed = () => app.nest.get(UnitOfWork).run(SYSTEM, (tx) => app.nest.get(DemoAccounts).seed(tx));
const passwords = () => JSON.parse(readFileSync(demoPasswordFile(settings), 'utf8')) as Record<string, string>;
const snapshot = async () =>
  (
    await app.owner.query(`SELECT (SELECT json_agg(a ORDER BY a.id) FROM access.account a) AS accounts,
      (SELECT json_agg(g ORDER BY g.id) FROM access.role_grant g) AS grants, (SELECT count(*) FROM audit.entry) AS audit`)
  ).rows[0];

describe('the demo accounts', () => {
  it('all have the one password that is set, and no file is written', async () => {
    for (const { username } of DEMO_ACCOUNTS) await app.login(username, DEMO_PASSWORD);
    expect(() => passwords()).toThrow('ENOENT');
  });

  it('do not change when the seed runs a second time', async () => {
    const before = await snapshot();
    await seed();
    expect(await snapshot()).toEqual(before);
  });

  it('get passwords of their own when none is set, in a file for its owner only, and keep them', async () => {
    const { demoPassword } = settings;
    settings.demoPassword = undefined;
    await seed();
    const made = passwords();
    expect(Object.keys(made)).toEqual(DEMO_ACCOUNTS.map(({ username }) => username));
    expect(new Set(Object.values(made)).size).toBe(16);
    expect(Math.min(...Object.values(made).map(({ length }) => length))).toBeGreaterThanOrEqual(16);
    expect(statSync(demoPasswordFile(settings)).mode & 0o777).toBe(0o600);
    await app.login('enforcement2', made.enforcement2);
    const before = await snapshot();
    await seed();
    expect(passwords()).toEqual(made);
    expect((await snapshot()).accounts).toEqual(before.accounts);

    rmSync(demoPasswordFile(settings));
    await seed();
    expect(passwords().enforcement2).not.toBe(made.enforcement2);
    await app.login('enforcement2', passwords().enforcement2);
    settings.demoPassword = demoPassword;
    await seed();
    await app.login('enforcement2', DEMO_PASSWORD);
  });
});

describe('the command line', () => {
  const create = (username: string, role: 'ADMINISTRATOR' | 'ACCEPTANCE_OFFICER', scope: string | null = null) =>
    app.nest.get(UnitOfWork).run(SYSTEM, (tx) =>
      app.nest.get(CreateInstallationAccount).execute(tx, {
        username,
        displayName: '第一位',
        password: 'di-yi-ge-guanliyuan',
        role,
        scope,
      }),
    );

  it('makes no account with a role while there are two administrators, who can do it themselves', async () => {
    await expect(create('third', 'ADMINISTRATOR')).rejects.toThrow('role-grants');
    await expect(create('officer', 'ACCEPTANCE_OFFICER', '110000')).rejects.toThrow('role-grants');
  });

  it('makes one when an administrator is missing', async () => {
    await app.owner.query(`UPDATE access.account SET status = 'DISABLED' WHERE username = 'administrator2'`);
    await create('officer', 'ACCEPTANCE_OFFICER', '110000');
    await create('second', 'ADMINISTRATOR');
    await expect(create('third', 'ADMINISTRATOR')).rejects.toThrow('role-grants');
    expect((await app.auditOf('access.account.create')).at(-1)).toMatchObject({ actor: 'SYSTEM', account_id: null });
    await app.login('second', 'di-yi-ge-guanliyuan');
  });
});
