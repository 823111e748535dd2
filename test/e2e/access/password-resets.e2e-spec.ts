import { AccessApp, DEMO_PASSWORD } from './access-app.js';

let app: AccessApp;
let first: string;
let second: string;
beforeAll(async () => {
  app = await AccessApp.start();
  [first, second] = [await app.login('administrator'), await app.login('administrator2')];
});
afterAll(() => app.close());

const reason = '本人遗忘密码，已当面核对身份';
const idOf = async (username: string) => (await app.call('GET /auth/me', { as: await app.login(username) })).body.id;
const propose = (as: string, id: string) => app.call(`POST /accounts/${id}/password-resets`, { as, body: { reason } });
const confirm = (as: string, id: string, ifMatch = 1) =>
  app.call(`POST /password-resets/${id}/actions/confirm`, { as, ifMatch, body: {} });

describe('the reset of a password', () => {
  it('gives a one-time password, once, when a second administrator confirms; it must be changed first of all', async () => {
    const officer = await app.login('approval');
    const { body: proposed } = await propose(first, await idOf('approval'));
    expect(proposed).toMatchObject({ state: 'PROPOSED', allowedActions: [] });
    expect((await app.call('GET /auth/me', { as: officer })).status).toBe(200);

    const confirmed = await confirm(second, proposed.id);
    expect(confirmed.status).toBe(200);
    const { oneTimePassword } = confirmed.body;
    expect(oneTimePassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(confirmed.headers['cache-control']).toBe('no-store');
    expect((await confirm(second, proposed.id, 2)).status).toBe(409);
    const seen = await app.call(`GET /password-resets/${proposed.id}`, { as: second });
    expect(JSON.stringify(seen.body)).not.toContain(oneTimePassword);

    expect((await app.call('GET /auth/me', { as: officer })).status).toBe(401);
    expect((await app.tryLogin('approval', DEMO_PASSWORD)).status).toBe(401);
    const login = await app.tryLogin('approval', oneTimePassword);
    expect(login.body.user.mustChangePassword).toBe(true);
    const as = login.body.accessToken;
    expect((await app.call('GET /agent-claims', { as })).status).toBe(403);
    expect((await app.call('GET /auth/me', { as })).status).toBe(200);
    const body = { currentPassword: oneTimePassword, newPassword: 'xin-de-mima-zai-zheli' };
    expect((await app.call('POST /auth/password', { as, body })).status).toBe(204);
    expect((await app.call('GET /agent-claims', { as })).status).toBe(200);
    expect((await app.tryLogin('approval', oneTimePassword)).status).toBe(401);
  });

  it('is void after three days', async () => {
    const id = await app.register('too-late');
    const { body: proposed } = await propose(first, id);
    const { oneTimePassword } = (await confirm(second, proposed.id)).body;
    await app.owner.query(`UPDATE access.account SET password_expires_at = now() WHERE id = $1`, [id]);
    expect((await app.tryLogin('too-late', oneTimePassword)).status).toBe(401);
  });

  it('is not confirmed by who proposed it, nor by whom it concerns, nor proposed for oneself', async () => {
    const { body: proposed } = await propose(first, await idOf('review'));
    expect((await confirm(first, proposed.id)).status).toBe(403);
    const { body: own } = await propose(first, await idOf('administrator2'));
    expect((await confirm(second, own.id)).status).toBe(403);
    expect((await propose(first, await idOf('administrator'))).status).toBe(403);
  });

  it('is proposed once at a time, and can be rejected with a reason', async () => {
    const id = await app.register('rejected-reset');
    const { body: proposed } = await propose(first, id);
    expect((await propose(second, id)).body.violations[0].code).toBe('OPEN-ALREADY');
    const path = `POST /password-resets/${proposed.id}/actions/reject`;
    expect((await app.call(path, { as: second, ifMatch: 1, body: {} })).status).toBe(400);
    const rejected = await app.call(path, { as: second, ifMatch: 1, body: { reason: '身份未核对' } });
    expect(rejected.body).toMatchObject({ state: 'REJECTED', decisionReason: '身份未核对' });
    expect((await propose(second, id)).status).toBe(201);
  });

  it('is not confirmed by its proposer in SQL as the application role either', async () => {
    const { body: proposed } = await propose(first, await app.register('reset-by-sql'));
    const sql = `UPDATE access.password_reset SET state = 'CONFIRMED', decided_by = $2, decided_at = now() WHERE id = $1`;
    for (const who of [proposed.proposedBy.id, proposed.account.id]) {
      await expect(app.applicationRole.query(sql, [proposed.id, who])).rejects.toThrow('password_reset_four_eyes');
    }
    await expect(
      app.applicationRole.query('UPDATE access.password_reset SET proposed_by = account_id'),
    ).rejects.toThrow('permission denied');
  });

  it('leaves no password in the audit trail or anywhere else in clear', async () => {
    const id = await app.register('nowhere-kept');
    const { body: proposed } = await propose(first, id);
    const headers = { 'idempotency-key': 'must-not-keep-the-answer' };
    const path = `POST /password-resets/${proposed.id}/actions/confirm`;
    const { oneTimePassword } = (await app.call(path, { as: second, ifMatch: 1, body: {}, headers })).body;
    const { rows } = await app.owner.query(`
      SELECT row_to_json(e)::text AS text FROM audit.entry e
      UNION ALL SELECT row_to_json(k)::text FROM platform.idempotency_key k
      UNION ALL SELECT row_to_json(a)::text FROM access.account a`);
    expect(rows.map(({ text }) => text).join()).not.toContain(oneTimePassword);
    expect(rows.map(({ text }) => text).join()).not.toContain('must-not-keep-the-answer');
  });
});
