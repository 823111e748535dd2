import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { startInProcess } from '../../support/app.js';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await startInProcess({ settings: { RATE_LIMIT: '200' } });
});

afterAll(() => app.close());

const get = (path: string) => supertest(app.getHttpServer()).get(path);

function expectProblem(answer: supertest.Response, status: number, code: string): void {
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  expect(answer.body).toMatchObject({ status, code });
}

it.each([
  ['an answer', '/api/v1/public/organizations', 200],
  ['a refusal', '/api/v1/registrations', 401],
  ['a route that is not there', '/api/v1/nowhere', 404],
  ['Swagger UI', '/api/docs', 200],
])('%s bears what keeps a browser from misusing it', async (_, path, status) => {
  const { headers } = await get(path).expect(status);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}/) as string,
  });
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
});

it('lets Swagger UI run its own scripts only, and be framed by nobody', async () => {
  const { headers, text } = await get('/api/docs').expect(200);
  const policy = new Map(
    headers['content-security-policy'].split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );
  expect(Object.fromEntries(policy)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'script-src-attr': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
  // Nothing in the page needs what the policy forbids.
  expect(text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>\s*\S|\son\w+=|src=["']?(https?:)?\/\//);
});

it('answers no other origin, not even one that asks first', async () => {
  const origin = 'https://elsewhere.example';
  const answers = [
    await get('/api/v1/public/organizations').set('origin', origin),
    await supertest(app.getHttpServer())
      .options('/api/v1/auth/login')
      .set({ origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }),
  ];
  for (const { headers } of answers) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  expect(answers[1].status).toBe(404);
});

describe('a request that is too large', () => {
  it('by its body is refused', async () => {
    const login = supertest(app.getHttpServer()).post('/api/v1/auth/login');
    expectProblem(await login.send({ username: 'x'.repeat(1_048_576), password: 'x' }), 413, 'PAYLOAD_TOO_LARGE');
  });

  it.each([
    ['a query of three thousand characters', `?q=${'a'.repeat(3_000)}`],
    ['two hundred parameters', `?${Array.from({ length: 200 }, (_, index) => `p${index}=1`).join('&')}`],
    ['one parameter two hundred times', `?${Array.from({ length: 200 }, () => 'q=1').join('&')}`],
  ])('by %s is refused', async (_, query) => {
    const answer = await get(`/api/v1/public/organizations${query}`);
    expect([400, 414]).toContain(answer.status);
    expectProblem(answer, answer.status, answer.status === 414 ? 'URI_TOO_LONG' : 'MALFORMED');
  });

  it('by ten thousand characters of a path is refused wherever it leads', async () => {
    for (const path of ['/api/v1/nowhere', '/health/live', '/api/docs']) {
      expectProblem(await get(`${path}?x=${'a'.repeat(10_000)}`), 414, 'URI_TOO_LONG');
    }
  });
});

it('gives a client that is slow to send a minute, and no more', () => {
  const { requestTimeout, headersTimeout } = app.getHttpServer() as {
    requestTimeout: number;
    headersTimeout: number;
  };
  expect(requestTimeout).toBe(60_000);
  expect(headersTimeout).toBeGreaterThan(0);
  expect(headersTimeout).toBeLessThanOrEqual(60_000);
});

it('says how many requests are left, and when to come again once there are none', async () => {
  const first = await get('/api/v1/public/organizations');
  expect(first.headers).toMatchObject({
    'x-ratelimit-limit': '200',
    'x-ratelimit-remaining': expect.stringMatching(/^\d+$/) as string,
    'x-ratelimit-reset': expect.stringMatching(/^\d+$/) as string,
  });
  const left = Number(first.headers['x-ratelimit-remaining']);
  await Promise.all(Array.from({ length: left }, () => get('/api/v1/public/hubs')));
  const refused = await get('/api/v1/public/organizations');
  expectProblem(refused, 429, 'TOO_MANY_REQUESTS');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  await get('/health/live').expect(200);
});
