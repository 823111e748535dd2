import { createHmac } from 'node:crypto';
import { AccessApp, type Answer, DEMO_PASSWORD } from '../e2e/access/access-app.js';
import { databaseOf } from '../support/app.js';
import { FULL, report } from './drill.js';
import { columnsHolding } from './personal-data.js';

const MANY = FULL ? 200 : 20;
const ROUNDS = FULL ? 60 : 3;
/** How far the median times of two kinds of refusal may lie apart, as a part of the longer one. */
const APART = 0.25;
const PASSWORD = 'zhi-you-wo-zhidao-9';
const WRONG = 'no-such-password-7';
const counts = { tried: 0, guessesLetThrough: 0, wronglyAnswered: 0, tokensLived: 0, leaked: 0 };
const medians: Record<string, number> = {};

let app: AccessApp;

beforeAll(async () => (app = await AccessApp.start()), 60_000);

afterAll(async () => {
  report('login', { ...counts, ...medians });
  await app.close();
});

const withoutTrace = ({ status, body }: Answer) => JSON.stringify({ status, body: { ...body, traceId: undefined } });
const me = async (as: string) => (await app.call('GET /auth/me', { as })).status;
const refresh = (cookie?: string) => app.call('POST /auth/refresh', { cookie });
const sessionOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()) as { sid: string }).sid;

async function expectDead(...tokens: string[]): Promise<void> {
  for (const token of tokens) {
    const status = await me(token);
    counts.tried += 1;
    counts.tokensLived += status === 401 ? 0 : 1;
    expect(status).toBe(401);
  }
}

describe('somebody who guesses passwords', () => {
  it('gets five guesses of a name from an address, however many he sends at once, and then the right one is refused alike', async () => {
    const guess = (password: string) => app.tryLogin('approval', password, '198.51.100.1');
    const answers = await Promise.all(Array.from({ length: MANY }, () => guess(WRONG)));
    const guessed = answers.filter(({ status }) => status === 401).length;
    counts.tried += MANY;
    counts.guessesLetThrough += Math.max(0, guessed - 5);
    expect([guessed, answers.filter(({ status }) => status === 429).length]).toEqual([5, MANY - 5]);
    const [right, wrong] = [await guess(DEMO_PASSWORD), await guess(WRONG)].map(({ status, body }) => [
      status,
      body.code,
    ]);
    expect([right, wrong]).toEqual([
      [429, 'TOO_MANY_REQUESTS'],
      [429, 'TOO_MANY_REQUESTS'],
    ]);
  }, 300_000);

  it('gets a hundred guesses of all names from an address', async () => {
    let guessed = 0;
    for (let index = 0; index < 100 + MANY; index += 10) {
      const names = Array.from({ length: 10 }, (_, each) => `guessed-${index + each}`);
      const answers = await Promise.all(names.map((name) => app.tryLogin(name, WRONG, '198.51.100.2')));
      guessed += answers.filter(({ status }) => status === 401).length;
    }
    counts.tried += 100 + MANY;
    counts.guessesLetThrough += Math.max(0, guessed - 100);
    expect(guessed).toBe(100);
    expect((await app.tryLogin('applicant', DEMO_PASSWORD, '198.51.100.2')).status).toBe(429);
  }, 300_000);
});

describe('somebody who wants to know which names there are', () => {
  beforeAll(async () => {
    const id = await app.register('locked-away', PASSWORD);
    await app.owner.query(`UPDATE access.account SET status = 'DISABLED' WHERE id = $1`, [id]);
  });

  const GUESSES = [
    ['known', 'department', WRONG],
    ['unknown', 'nobody-by-that-name', WRONG],
    ['disabled', 'locked-away', PASSWORD],
  ] as const;

  it('reads the same answer for an unknown name, a wrong password and an account that is disabled', async () => {
    const answers = await Promise.all(
      GUESSES.map(([, name, password]) => app.tryLogin(name, password, '198.51.100.3')),
    );
    counts.tried += answers.length;
    const bodies = new Set(answers.map(withoutTrace));
    counts.wronglyAnswered += bodies.size - 1;
    expect([...bodies]).toEqual([expect.stringContaining('"code":"UNAUTHENTICATED"')]);
  });

  it('waits as long for each of them', async () => {
    const times = new Map<string, number[]>(GUESSES.map(([what]) => [what, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [what, name, password] of GUESSES) {
        const start = performance.now();
        const { status } = await app.tryLogin(name, password, `203.0.113.${round}`);
        times.get(what)!.push(performance.now() - start);
        expect(status).toBe(401);
        counts.tried += 1;
      }
    }
    for (const [what, each] of times) medians[`${what}Ms`] = median(each);
    const sorted = Object.values(medians).sort((a, b) => a - b);
    // Only a whole run is long enough to tell.
    if (FULL) expect(1 - sorted[0] / sorted.at(-1)!).toBeLessThan(APART);
  }, 600_000);
});

describe('somebody who has stolen a refresh token', () => {
  it('ends the session when he uses it after its owner, for both of them, and the trail says so', async () => {
    for (let round = 0; round < (FULL ? 20 : 2); round += 1) {
      const login = await app.tryLogin('review');
      const next = await refresh(login.cookie);
      expect([next.status, (await refresh(login.cookie)).status, (await refresh(next.cookie)).status]).toEqual([
        200, 401, 401,
      ]);
      await expectDead(login.body.accessToken, next.body.accessToken);
      const { detail } = (await app.auditOf('access.session.end')).at(-1) as { detail: object };
      expect(detail).toEqual({ sessionId: sessionOf(login.body.accessToken), reason: 'TOKEN_REUSED' });
    }
  }, 120_000);

  it('gets one new token out of many uses at once, at most, and that one is dead as well as his first', async () => {
    const { cookie, body } = await app.tryLogin('review');
    const answers = await Promise.all(Array.from({ length: MANY }, () => refresh(cookie)));
    counts.tried += MANY;
    const given = answers.filter(({ status }) => status === 200);
    // None at all when another use ends the session before the first is answered.
    expect(given.length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(MANY - given.length);
    for (const { cookie: next, body: answer } of given) {
      expect((await refresh(next)).status).toBe(401);
      await expectDead(answer.accessToken as string);
    }
    await expectDead(body.accessToken as string);
    expect((await refresh(cookie)).status).toBe(401);
  }, 120_000);
});

describe('somebody who puts a cookie of his into another’s browser', () => {
  it('gains nothing by it: a login takes over neither a session nor a token that was there before', async () => {
    const intruder = await app.tryLogin('applicant');
    for (const planted of [intruder.cookie!, 'planted-by-somebody']) {
      const body = { username: 'hub', password: DEMO_PASSWORD };
      const login = await app.call('POST /auth/login', { body, cookie: planted });
      counts.tried += 1;
      expect(login.status).toBe(200);
      expect(login.cookie).not.toBe(planted);
      expect(sessionOf(login.body.accessToken)).not.toBe(sessionOf(intruder.body.accessToken));
    }
    // What he planted is still his own, and nobody else's.
    expect((await refresh(intruder.cookie)).body.user.username).toBe('applicant');
    expect((await refresh('planted-by-somebody')).status).toBe(401);
  });

  it('does not know the session of the next login from that of the last', async () => {
    const ids: string[] = [];
    for (let login = 0; login < 5; login += 1) ids.push(sessionOf(await app.login('hub')));
    expect(new Set(ids).size).toBe(5);
  });
});

describe('a token', () => {
  it('of a session that ended, in whatever way, is refused', async () => {
    await app.register('leaver', PASSWORD);
    const logout = await app.tryLogin('leaver', PASSWORD);
    await app.call('POST /auth/logout', { as: logout.body.accessToken });
    const [here, there] = [await app.login('leaver', PASSWORD), await app.login('leaver', PASSWORD)];
    await app.call(`DELETE /auth/sessions/${sessionOf(there)}`, { as: here });
    const elsewhere = await app.login('leaver', PASSWORD);
    const change = { currentPassword: PASSWORD, newPassword: 'quite-another-one-9' };
    expect((await app.call('POST /auth/password', { as: here, body: change })).status).toBe(204);
    await expectDead(logout.body.accessToken, there, elsewhere);
    expect((await refresh(logout.cookie)).status).toBe(401);
  });

  it('that was altered in any place is refused', async () => {
    const token = await app.login('review');
    for (let at = 0; at < token.length; at += FULL ? 1 : 17)
      await expectDead(token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1));
    expect(await me(token)).toBe(200);
  }, 120_000);

  it('that nobody signed, or somebody else did, is refused', async () => {
    const [header, payload, signature] = (await app.login('administrator')).split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const signed = (head: object, body: object, secret: string, hash = 'sha256') => {
      const text = `${encode(head)}.${encode(body)}`;
      return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
    };
    const later = { ...claims, exp: 4_000_000_000 };
    await expectDead(
      ...['none', 'None', 'NONE', 'nOnE'].flatMap((alg) => [
        `${encode({ alg })}.${payload}.`,
        `${encode({ alg })}.${payload}.${signature}`,
      ]),
      `${header}.${encode(later)}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      ...['', 'secret', 'shuniu', 'null', 'undefined'].map((secret) =>
        signed({ alg: 'HS256', typ: 'JWT' }, later, secret || ' '),
      ),
      signed({ alg: 'HS512' }, later, 'secret', 'sha512'),
      signed({ alg: 'HS256', jwk: { kty: 'oct', k: 'c2VjcmV0' } }, later, 'secret'),
      signed({ alg: 'HS256', kid: '/dev/null' }, later, ' '),
    );
  });
});

it('leaves no password, token, address or guessed name readable in any table', async () => {
  const holding = await columnsHolding(
    databaseOf(app.app),
    `${PASSWORD}|${WRONG}|${DEMO_PASSWORD}|198[.]51[.]100|203[.]0[.]113|guessed-|nobody-by|planted-by`,
  );
  counts.leaked += holding.length;
  expect(holding).toEqual([]);
  expect(counts).toMatchObject({ guessesLetThrough: 0, wronglyAnswered: 0, tokensLived: 0, leaked: 0 });
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] * 10) / 10;
}
