import { databaseOf, environmentOf, programAt, startInProcess, type TestApp } from '../../support/app.js';
import { TestDatabase } from '../../support/database.js';
import { TestMailServer } from '../../support/mail-server.js';
import { ProgramProcess, until } from '../../support/processes.js';
import { Bureau } from '../../support/registrations.js';

const EMAIL = 'zhang.san.1970@mail.example';

describe('an address for notices', () => {
  let app: TestApp;
  let bureau: Bureau;

  beforeAll(async () => {
    // One of its requests is to fail, and need not be told of.
    app = await startInProcess({ settings: { LOG_LEVEL: 'silent' } });
    bureau = new Bureau(app);
  });

  afterAll(() => app.close());

  it('is set, changed and removed by its owner, who is shown it masked', async () => {
    const none = { email: null, updatedAt: null };
    expect((await bureau.call('applicant', 'get', '/me/notice-address')).body).toEqual(none);
    const set = await bureau.call('applicant', 'put', '/me/notice-address', { email: ` ${EMAIL} ` });
    expect([set.status, set.body.email]).toEqual([200, 'z***@mail.example']);
    const changed = await bureau.call('applicant', 'put', '/me/notice-address', { email: `x${EMAIL}` });
    expect(changed.body.email).toBe('x***@mail.example');
    expect((await bureau.call('applicant', 'get', '/me/notice-address')).body).toEqual(changed.body);
    expect((await bureau.call('agent', 'get', '/me/notice-address')).body).toEqual(none);
    for (const _ of [1, 2]) expect((await bureau.call('applicant', 'delete', '/me/notice-address')).status).toBe(204);
    expect((await bureau.call('applicant', 'get', '/me/notice-address')).body).toEqual(none);
    expect((await bureau.call(undefined, 'get', '/me/notice-address')).status).toBe(401);
  });

  it.each([
    'zhang.san',
    '@mail.example',
    'a@b.example, c@d.example',
    'Zhang <zhang@mail.example>',
    'a@mail.example\r\nBcc: b@mail.example',
    '"a\r\nRCPT TO:<b@mail.example>"@mail.example',
    '"a b"@mail.example',
    `${'a'.repeat(250)}@mail.example`,
  ])('is refused when it is none: %j', async (email) => {
    const answer = await bureau.call('applicant', 'put', '/me/notice-address', { email });
    expect([answer.status, answer.body.violations[0].pointer]).toEqual([400, '/email']);
    expect(JSON.stringify(answer.body)).not.toContain('b@mail.example');
  });

  it('lies encrypted, bound to its account, and the audit trail has only that it was set and removed', async () => {
    for (const who of ['applicant', 'agent']) await bureau.call(who, 'put', '/me/notice-address', { email: EMAIL });
    const database = databaseOf(app);
    const rows = await database.asOwner<{ email: string }>('SELECT email FROM notices.address');
    expect(rows).toHaveLength(2);
    for (const { email } of rows) expect(email).toMatch(/^v1\.\w+\.[\w-]{40,}$/);
    // A value that was moved to another account does not open, and tells nothing.
    await database.asOwner('UPDATE notices.address SET email = (SELECT min(email) FROM notices.address)');
    const statuses = await Promise.all(
      ['applicant', 'agent'].map(async (who) => (await bureau.call(who, 'get', '/me/notice-address')).status),
    );
    expect(statuses.sort()).toEqual([200, 500]);
    for (const who of ['applicant', 'agent']) await bureau.call(who, 'delete', '/me/notice-address');
    const entries = await database.asOwner<{ action: string; row: string }>(
      `SELECT action, e::text AS row FROM audit.entry e WHERE action LIKE 'notices.%' ORDER BY id DESC LIMIT 2`,
    );
    expect(entries.map(({ action }) => action)).toEqual(['notices.remove-address', 'notices.remove-address']);
    const [{ found }] = await database.asOwner<{ found: number }>(
      `SELECT count(*)::int AS found FROM audit.entry e WHERE e::text LIKE '%mail.example%'`,
    );
    expect(found).toBe(0);
  });
});

it('neither the address nor the password of the mail server is in any log, whatever the server answers', async () => {
  const mail = await new TestMailServer().start();
  const wrong = 'Wrong-and-still-secret-4410';
  const database = await TestDatabase.clone();
  let output = '';
  for (const password of [mail.password, wrong]) {
    const program = await ProgramProcess.start(
      'api',
      environmentOf(database, { ...mail.settings(password), LOG_LEVEL: 'debug' }),
    );
    const bureau = new Bureau(programAt(() => program.url));
    await bureau.call('applicant', 'put', '/me/notice-address', { email: EMAIL });
    mail.refusing = { at: 'RCPT', code: 451 };
    const registration = await bureau.draft();
    await registration.act('applicant', 'submit', {}, 200);
    await until('it failed', async () => (await failures(database)).length > (password === wrong ? 1 : 0), 10_000);
    await program.stop();
    output += program.output();
  }
  await mail.stop();
  // The second program tries the letter of the first one too.
  for (const failure of await failures(database)) expect(['LOGIN_REFUSED', 'SERVER_DEFERS']).toContain(failure);
  expect(output).toContain('SERVER_DEFERS');
  expect(output).toContain('LOGIN_REFUSED');
  for (const secret of [mail.password, wrong, EMAIL, Buffer.from(EMAIL).toString('base64')]) {
    expect(output).not.toContain(secret);
  }
  await database.drop();
}, 60_000);

async function failures(database: TestDatabase): Promise<string[]> {
  const rows = await database.asOwner<{ error: string }>(
    `SELECT last_error AS error FROM platform.outbox WHERE topic = 'notices.email' AND attempts > 0`,
  );
  return rows.map(({ error }) => error);
}
