import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { databaseOf, environmentOf, startInProcess, type TestApp } from '../support/app.js';
import { SettableClock } from '../support/clock.js';
import { noRedisUrl, testRedisUrl } from '../support/redis.js';
import { Bureau, type Registration } from '../support/registrations.js';
import { ProgramProcess } from '../support/processes.js';

let app: TestApp;
let bureau: Bureau;
const redisUrl = testRedisUrl(1);
// Filed weeks ago, so that the worker, on today's date, finds five working days of silence.
const clock = new SettableClock('2026-10-26');

beforeAll(async () => {
  app = await startInProcess({ clock, settings: { REDIS_URL: redisUrl } });
  bureau = new Bureau(app);
});

afterAll(() => app.close());

const startWorker = (of: TestApp) =>
  ProgramProcess.start('worker', environmentOf(databaseOf(of), { REDIS_URL: redisUrl }));

async function submitted(): Promise<Registration> {
  const registration = await bureau.draft();
  await registration.act('applicant', 'submit', {}, 200);
  return registration;
}

async function accepted(registration: Registration): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await registration.read()).state === 'ACCEPTED') return true;
    await sleep(50);
  }
  return false;
}

it('leaves the jobs to the workers: the API with Redis only announces them', async () => {
  const registration = await submitted();
  const [{ rows }] = await databaseOf(app).asApplication<{ rows: number }>(
    'SELECT count(*)::int AS rows FROM platform.outbox',
  );
  expect(rows).toBe(0);

  const workers = await Promise.all([startWorker(app), startWorker(app)]);
  expect(await accepted(registration)).toBe(true);
  expect(registration.body.steps.filter(({ action }) => action === 'deem-accepted')).toHaveLength(1);
  const daily = await databaseOf(app).asApplication<{ topic: string; count: number }>(
    `SELECT topic, count(*)::int AS count FROM platform.outbox WHERE topic LIKE 'daily:%' GROUP BY topic`,
  );
  expect(daily.every(({ count }) => count === 1)).toBe(true);
  expect(await Promise.all(workers.map((worker) => worker.stop()))).toEqual(['SIGTERM', 'SIGTERM']);
});

it('wakes a worker at once through Redis when an operator puts a dead job back in line', async () => {
  const registration = await submitted();
  const database = databaseOf(app);
  await database.asApplication(
    `INSERT INTO platform.outbox (topic, payload, state, attempts, last_error) VALUES ('establishment.deem-accepted', $1, 'DEAD', 8, 'tried in vain')`,
    [JSON.stringify({ caseId: registration.body.id, steps: 1 })],
  );
  const dead = await bureau.call('administrator', 'get', '/jobs?state=DEAD');
  expect(dead.body.items).toMatchObject([
    { topic: 'establishment.deem-accepted', attempts: 8, lastError: 'tried in vain' },
  ]);
  expect(JSON.stringify(dead.body)).not.toContain(registration.body.id);
  const [{ id }] = dead.body.items as { id: string }[];

  const worker = await startWorker(app);
  expect((await bureau.call('auditor', 'post', `/jobs/${id}/actions/retry`)).status).toBe(403);
  expect((await bureau.call('administrator', 'post', `/jobs/${id}/actions/retry`)).body).toMatchObject({
    state: 'WAITING',
    attempts: 0,
  });
  expect(await accepted(registration)).toBe(true);
  expect((await bureau.call('administrator', 'post', `/jobs/${id}/actions/retry`)).status).toBe(409);
  await worker.stop('SIGKILL');
});

it('answers while Redis is away, and loses nothing', async () => {
  const away = await startInProcess({
    clock: new SettableClock('2026-10-26'),
    settings: { REDIS_URL: await noRedisUrl() },
  });
  const people = new Bureau(away);
  const registration = await people.draft();
  expect((await registration.act('applicant', 'submit', {})).status).toBe(200);
  const worker = await startWorker(away);
  expect(await accepted(registration)).toBe(true);
  await worker.stop();
  await away.close();
}, 60_000);

it('counts requests for all processes together', async () => {
  const redis = new Redis(testRedisUrl(2));
  await redis.flushdb();
  redis.disconnect();
  const settings = { REDIS_URL: testRedisUrl(2), RATE_LIMIT: '5' };
  const apps = [await startInProcess({ settings }), await startInProcess({ settings })];
  const statuses: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    statuses.push((await supertest(apps[index % 2].getHttpServer()).get('/api/v1/public/hubs')).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  await Promise.all(apps.map((each) => each.close()));
});
