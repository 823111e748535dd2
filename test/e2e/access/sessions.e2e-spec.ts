import { setTimeout as sleep } from 'node:timers/promises';
import { Outbox, SYSTEM, UnitOfWork } from '@app/platform';
import { AccessApp } from './access-app.js';

let app: Awaited<ReturnType<typeof AccessApp.startInProcess>>;
beforeAll(async () => (app = await AccessApp.startInProcess({ PUBLIC_URL: 'https://registry.example.org' })));
afterAll(() => app.close());

const PASSWORD = 'zhi-you-wo-zhidao-9';
const refresh = (cookie?: string) => app.call('POST /auth/refresh', { cookie });
const me = (as: string) => app.call('GET /auth/me', { as });

describe('a refresh token', () => {
  it('is changed for the next one, over HTTPS only', async () => {
    const { cookie } = await app.tryLogin('review');
    const answer = await refresh(cookie);
    expect(answer.status).toBe(200);
    expect(answer.body.user.username).toBe('review');
    expect(answer.cookie).toBeDefined();
    expect(answer.cookie).not.toBe(cookie);
    expect(String(answer.headers['set-cookie'])).toContain('Secure');
    expect((await me(answer.body.accessToken)).status).toBe(200);
  });

  it('ends the session when it is used again after it was rotated', async () => {
    const login = await app.tryLogin('review');
    const first = await refresh(login.cookie);
    expect((await refresh(login.cookie)).status).toBe(401);
    expect((await refresh(first.cookie)).status).toBe(401);
    expect((await me(first.body.accessToken)).status).toBe(401);
    const ended = (await app.auditOf('access.session.end')).filter(({ detail }) => detail.reason === 'TOKEN_REUSED');
    expect(ended).toHaveLength(1);
  });

  it('used twice at once ends the session too: there is no grace', async () => {
    const { cookie } = await app.tryLogin('review');
    const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const good = answers.find(({ status }) => status === 200)!;
    expect((await refresh(good.cookie)).status).toBe(401);
  });

  it('that is none of ours, or missing, is refused', async () => {
    expect((await refresh('made-up')).status).toBe(401);
    expect((await refresh()).status).toBe(401);
  });

  it('is stored as a hash only', async () => {
    const { cookie } = await app.tryLogin('review');
    const { rows } = await app.owner.query('SELECT token_hash FROM access.refresh_token');
    expect(JSON.stringify(rows)).not.toContain(cookie);
    expect(rows.every(({ token_hash: hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it.each(['idle_until', 'expires_at'])('is void after %s', async (column) => {
    const { cookie, body } = await app.tryLogin('review');
    const sessionId = JSON.parse(Buffer.from(body.accessToken.split('.')[1], 'base64url').toString()).sid;
    await app.owner.query(`UPDATE access.session SET ${column} = now() WHERE id = $1`, [sessionId]);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await me(body.accessToken)).status).toBe(401);
  });
});

describe('an access token', () => {
  const parts = (token: string) => token.split('.');

  it('is refused when it was altered, unsigned or is nonsense', async () => {
    const token = await app.login('review');
    const [, payload, signature] = parts(token);
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const other = Buffer.from(JSON.stringify({ sub: 'x', sid: 'y', exp: 4e9 })).toString('base64url');
    for (const bad of [`${none}.${payload}.`, `${parts(token)[0]}.${other}.${signature}`, 'nonsense', '']) {
      const answer = await me(bad);
      expect(answer.status).toBe(401);
      expect(answer.body.code).toBe('UNAUTHENTICATED');
    }
    expect((await app.call('GET /auth/me')).status).toBe(401);
  });

  it('is worth nothing from the moment its account is disabled', async () => {
    const id = await app.register('to-be-disabled');
    const token = await app.login('to-be-disabled', PASSWORD);
    const administrator = await app.login('administrator');
    expect((await me(token)).status).toBe(200);
    const disabled = await app.call(`POST /accounts/${id}/actions/disable`, { as: administrator, ifMatch: 1 });
    expect(disabled.body).toMatchObject({ status: 'DISABLED', allowedActions: ['enable'], version: 2 });
    expect((await me(token)).status).toBe(401);
    expect((await app.tryLogin('to-be-disabled', PASSWORD)).status).toBe(401);
    await app.call(`POST /accounts/${id}/actions/enable`, { as: administrator, ifMatch: 2 });
    expect((await me(token)).status).toBe(401);
    expect((await app.tryLogin('to-be-disabled', PASSWORD)).status).toBe(200);
  });
});

describe('the sessions of an account', () => {
  it('are listed with the present one marked, and each can be ended at once', async () => {
    await app.register('many-devices');
    const [here, there] = [await app.login('many-devices', PASSWORD), await app.login('many-devices', PASSWORD)];
    const { body } = await app.call('GET /auth/sessions', { as: here });
    expect(body.items).toHaveLength(2);
    const other = body.items.find(({ current }: { current: boolean }) => !current);
    expect((await app.call(`DELETE /auth/sessions/${other.id}`, { as: here })).status).toBe(204);
    expect((await me(there)).status).toBe(401);
    expect((await me(here)).status).toBe(200);
    expect((await app.call(`DELETE /auth/sessions/${other.id}`, { as: here })).status).toBe(404);
  });

  it('cannot be ended by others', async () => {
    await app.register('victim');
    const token = await app.login('victim', PASSWORD);
    const [{ id }] = (await app.call('GET /auth/sessions', { as: token })).body.items;
    const stranger = await app.login('administrator');
    expect((await app.call(`DELETE /auth/sessions/${id}`, { as: stranger })).status).toBe(404);
    expect((await me(token)).status).toBe(200);
  });

  it('end with a logout, and the cookie with them', async () => {
    const { body, cookie } = await app.tryLogin('review');
    const answer = await app.call('POST /auth/logout', { as: body.accessToken });
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toContain('refresh_token=;');
    expect((await refresh(cookie)).status).toBe(401);
  });
});

describe('the daily job', () => {
  it('removes sessions that are long over, with their tokens, and failures that count no more', async () => {
    const { cookie, body } = await app.tryLogin('review');
    await app.tryLogin('review', 'not-the-password');
    const [{ id }] = (await app.call('GET /auth/sessions', { as: body.accessToken })).body.items;
    await app.owner.query(`UPDATE access.session SET expires_at = now() - interval '31 days' WHERE id = $1`, [id]);
    await app.owner.query(`UPDATE access.login_failure SET at = now() - interval '25 hours'`);
    const message = { topic: 'daily:access.purge', payload: { day: '2026-01-01' }, uniqueKey: 'of-the-test' };
    await app.nest.get(UnitOfWork).run(SYSTEM, (tx) => app.nest.get(Outbox).add(tx, message));
    const left = async () => {
      const sql = `SELECT (SELECT count(*) FROM access.session WHERE id = $1)
        + (SELECT count(*) FROM access.refresh_token WHERE session_id = $1)
        + (SELECT count(*) FROM access.login_failure) AS count`;
      return Number((await app.owner.query(sql, [id])).rows[0].count);
    };
    for (let wait = 0; wait < 50 && (await left()) > 0; wait += 1) await sleep(100);
    expect(await left()).toBe(0);
    expect((await refresh(cookie)).status).toBe(401);
  });
});

describe('a password change', () => {
  const change = (as: string, currentPassword: string, newPassword: string) =>
    app.call('POST /auth/password', { as, body: { currentPassword, newPassword } });

  it('ends the other sessions and leaves this one', async () => {
    await app.register('changer');
    const [here, there] = [await app.login('changer', PASSWORD), await app.login('changer', PASSWORD)];
    expect((await change(here, PASSWORD, 'jintian-huan-le-yige')).status).toBe(204);
    expect((await me(there)).status).toBe(401);
    expect((await me(here)).status).toBe(200);
    expect((await app.tryLogin('changer', PASSWORD)).status).toBe(401);
    expect((await app.tryLogin('changer', 'jintian-huan-le-yige')).status).toBe(200);
  });

  it('needs the present password, and lets nobody guess it', async () => {
    await app.register('guessed');
    const token = await app.login('guessed', PASSWORD);
    const wrong = await change(token, 'is-it-this-one', 'jintian-huan-le-yige');
    expect(wrong.status).toBe(422);
    expect(wrong.body.violations[0]).toMatchObject({ code: 'PASSWORD-WRONG', pointer: '/currentPassword' });
    for (let count = 2; count <= 5; count += 1) await change(token, 'is-it-this-one', 'jintian-huan-le-yige');
    expect((await change(token, PASSWORD, 'jintian-huan-le-yige')).status).toBe(429);
  });

  it('refuses a weak new password with every reason, its place and its law', async () => {
    await app.register('weakling');
    const token = await app.login('weakling', PASSWORD);
    const answer = await change(token, PASSWORD, 'weakling1');
    expect(answer.status).toBe(422);
    expect(answer.body.violations.map(({ code }: { code: string }) => code)).toEqual([
      'PASSWORD-LENGTH',
      'PASSWORD-OF-USERNAME',
    ]);
    expect(answer.body.violations[0]).toMatchObject({
      pointer: '/newPassword',
      citation: { law: '中华人民共和国个人信息保护法' },
    });
    expect((await change(token, PASSWORD, PASSWORD)).body.violations[0].code).toBe('PASSWORD-UNCHANGED');
  });
});

describe('a registration', () => {
  it('makes an applicant, once for one Idempotency-Key', async () => {
    const body = { username: 'newcomer', displayName: '李四', password: PASSWORD };
    const headers = { 'idempotency-key': 'register-1' };
    const first = await app.call('POST /accounts', { body, headers });
    const again = await app.call('POST /accounts', { body, headers });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const { body: login } = await app.tryLogin('newcomer', PASSWORD);
    expect(login.user.grants).toMatchObject([{ role: 'APPLICANT', scopeType: 'NONE', scope: null }]);
  });

  it('lists everything that is wrong at once', async () => {
    const body = { username: '13800138000', displayName: '李四', password: '123456' };
    const answer = await app.call('POST /accounts', { body });
    expect(answer.status).toBe(422);
    expect(answer.body.violations.map(({ code }: { code: string }) => code)).toEqual([
      'USERNAME-PERSONAL',
      'PASSWORD-LENGTH',
    ]);
  });

  it('refuses a taken username, also when two come at once', async () => {
    const body = { username: 'wanted', displayName: '李四', password: PASSWORD };
    const answers = await Promise.all([app.call('POST /accounts', { body }), app.call('POST /accounts', { body })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)!.body.violations[0].code).toBe('USERNAME-TAKEN');
  });

  it.each([['Upper'], ['ab'], ['x'.repeat(65)], ['名字名字'], ['a b c']])(
    'refuses the username %s',
    async (username) => {
      const body = { username, displayName: '李四', password: PASSWORD };
      expect((await app.call('POST /accounts', { body })).status).toBe(400);
    },
  );

  it('is refused, not an accident, when a text holds what cannot be stored', async () => {
    const body = { username: 'nul-character', displayName: 'a\u0000b', password: PASSWORD };
    expect((await app.call('POST /accounts', { body })).status).toBe(400);
  });

  it('is limited for one address', async () => {
    const body = { username: 'x', displayName: 'x', password: 'x' };
    const statuses = new Set<number>();
    for (let count = 0; count < 61; count += 1) {
      statuses.add((await app.call('POST /accounts', { body, from: '198.51.100.99' })).status);
    }
    expect(statuses).toEqual(new Set([400, 429]));
  });

  it('leaves neither the name of the person nor the password outside the account', async () => {
    const { rows } = await app.owner.query('SELECT row_to_json(e) AS e FROM audit.entry e');
    expect(JSON.stringify(rows)).not.toMatch(/李四|王小明|zhidao/);
  });
});
