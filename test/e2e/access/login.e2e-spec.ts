import { AccessApp, type Answer, DEMO_PASSWORD } from './access-app.js';

let app: AccessApp;
beforeAll(async () => (app = await AccessApp.start()));
afterAll(() => app.close());

const withoutTrace = ({ status, body }: Answer) => ({ status, body: { ...body, traceId: undefined } });

describe('a login', () => {
  it('gives a token of ten minutes, the roles, and a cookie that no script and no other path gets', async () => {
    const answer = await app.tryLogin('acceptance');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      expiresIn: 600,
      user: {
        username: 'acceptance',
        mustChangePassword: false,
        grants: [{ role: 'ACCEPTANCE_OFFICER', scopeType: 'DIVISION', scope: '110000' }],
      },
    });
    const cookie = String(answer.headers['set-cookie']);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api/v1/auth', 'Max-Age=43200']) {
      expect(cookie).toContain(part);
    }
    expect(cookie).not.toContain('Secure');
    const claims = JSON.parse(Buffer.from(answer.body.accessToken.split('.')[1], 'base64url').toString());
    expect(Object.keys(claims).sort()).toEqual(['exp', 'iat', 'sid', 'sub']);
    expect(claims.exp - claims.iat).toBe(600);
  });

  it('takes the username in any case', async () => {
    expect((await app.tryLogin(' Review ')).status).toBe(200);
  });

  it('answers an unknown name, a wrong password and a disabled account alike', async () => {
    const id = await app.register('soon-disabled');
    await app.owner.query(`UPDATE access.account SET status = 'DISABLED' WHERE id = $1`, [id]);
    const answers = [
      await app.tryLogin('nobody-of-that-name'),
      await app.tryLogin('review', 'not-the-password'),
      await app.tryLogin('soon-disabled', 'zhi-you-wo-zhidao-9'),
    ].map(withoutTrace);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('takes as long for an unknown name as for a wrong password', async () => {
    const time = async (username: string, round: number) => {
      const start = performance.now();
      await app.tryLogin(username, 'not-the-password', `198.51.100.${round}`);
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 1; round <= 8; round += 1) {
      known.push(await time('approval', round));
      unknown.push(await time('no-such-name', round));
    }
    const least = (times: number[]) => Math.min(...times);
    expect(least(unknown)).toBeGreaterThan(least(known) / 3);
  });

  it.each([
    [{}],
    [{ username: 'review' }],
    [{ username: { $gt: '' }, password: 'x' }],
    [{ username: 'a', password: 'b', more: 1 }],
  ])('is malformed with %j', async (body) => {
    const answer = await app.call('POST /auth/login', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.violations.length).toBeGreaterThan(0);
  });
});

describe('failed logins', () => {
  const fail = (username: string, from: string) => app.tryLogin(username, 'not-the-password', from);

  it('make the pair of name and address wait after five, even with the right password', async () => {
    for (let count = 1; count <= 5; count += 1) expect((await fail('hub', '198.51.100.50')).status).toBe(401);
    const sixth = await app.tryLogin('hub', DEMO_PASSWORD, '198.51.100.50');
    expect(sixth.status).toBe(429);
    expect(sixth.body.code).toBe('TOO_MANY_REQUESTS');
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(890);
    expect(Number(sixth.headers['retry-after'])).toBeLessThanOrEqual(900);
  });

  it('lock nobody out who comes from another address, and no other name at this one', async () => {
    expect((await app.tryLogin('hub', DEMO_PASSWORD, '198.51.100.51')).status).toBe(200);
    expect((await app.tryLogin('street', DEMO_PASSWORD, '198.51.100.50')).status).toBe(200);
  });

  it('of an unknown name wait in the same way', async () => {
    for (let count = 1; count <= 5; count += 1) await fail('nobody-at-all', '198.51.100.52');
    expect((await fail('nobody-at-all', '198.51.100.52')).status).toBe(429);
  });

  it('are counted one by one when thirty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => fail('street2', '198.51.100.53')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  it('are forgotten by a success and after a quarter of an hour', async () => {
    for (let count = 1; count <= 4; count += 1) await fail('auditor', '198.51.100.54');
    expect((await app.tryLogin('auditor', DEMO_PASSWORD, '198.51.100.54')).status).toBe(200);
    for (let count = 1; count <= 5; count += 1) await fail('auditor', '198.51.100.54');
    expect((await app.tryLogin('auditor', DEMO_PASSWORD, '198.51.100.54')).status).toBe(429);
    await app.owner.query(`UPDATE access.login_failure SET at = at - interval '15 minutes'`);
    expect((await app.tryLogin('auditor', DEMO_PASSWORD, '198.51.100.54')).status).toBe(200);
  });

  it('are counted for the whole /64 that one IPv6 address stands for', async () => {
    for (let host = 1; host <= 5; host += 1) await fail('department', `2001:db8:7:7::${host}`);
    expect((await fail('department', '2001:db8:7:7:ffff::9')).status).toBe(429);
    expect((await fail('department', '2001:db8:7:8::1')).status).toBe(401);
  });

  it('of a hundred names make the address wait', async () => {
    const hash = `SELECT address_hash FROM access.login_failure ORDER BY id DESC LIMIT 1`;
    await fail('sprayed', '198.51.100.60');
    await app.owner.query(
      `INSERT INTO access.login_failure (pair_hash, address_hash) SELECT 'x' || n, (${hash}) FROM generate_series(1, 98) n`,
    );
    expect((await fail('hundredth', '198.51.100.60')).status).toBe(401);
    expect((await app.tryLogin('applicant', DEMO_PASSWORD, '198.51.100.60')).status).toBe(429);
    expect((await app.tryLogin('applicant', DEMO_PASSWORD, '198.51.100.61')).status).toBe(200);
  });

  it('leave neither the name nor the address in the database', async () => {
    const failures = await app.owner.query('SELECT * FROM access.login_failure');
    const audits = await app.auditOf('access.login.refuse');
    expect(audits.length).toBeGreaterThan(10);
    const text = JSON.stringify([failures.rows, audits]);
    expect(text).not.toMatch(/198\.51|sprayed|nobody|not-the-password/);
  });
});
