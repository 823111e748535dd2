import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseOf, environmentOf, startInProcess, type TestApp } from '../support/app.js';
import { SettableClock } from '../support/clock.js';
import { ProgramProcess, until } from '../support/processes.js';
import { testRedisUrl } from '../support/redis.js';
import { Bureau, type Registration } from '../support/registrations.js';
import { FULL, report } from './drill.js';

const STOP_MS = 25_000;
const redisUrl = testRedisUrl();

let app: TestApp;
let registration: Registration;
let worker: ProgramProcess;
let hold: pg.Client;

/** A worker in the midst of a job: somebody else holds the case that the job has to move. */
beforeEach(async () => {
  // Filed weeks ago, so that the worker, on today's date, finds five working days of silence.
  app = await startInProcess({ clock: new SettableClock('2026-10-26'), settings: { REDIS_URL: redisUrl } });
  registration = await new Bureau(app).draft();
  await registration.act('applicant', 'submit', {}, 200);
  hold = new pg.Client({ connectionString: databaseOf(app).applicationUrl });
  await hold.connect();
  await hold.query('BEGIN');
  await hold.query('SELECT 1 FROM casework.case WHERE id = $1 FOR UPDATE', [registration.body.id]);
  worker = await startWorker();
  await until('the job is at work', jobWaits, 20_000);
});

afterEach(async () => {
  await worker.stop('SIGKILL');
  await hold.end();
  await app.close();
});

const startWorker = () => ProgramProcess.start('worker', environmentOf(databaseOf(app), { REDIS_URL: redisUrl }));

async function jobWaits(): Promise<boolean> {
  const rows = await databaseOf(app).asApplication(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

async function deemed(): Promise<number> {
  const { steps } = await registration.read();
  return steps.filter(({ action }) => action === 'deem-accepted').length;
}

it('lets a worker that is told to stop finish the job at hand', async () => {
  const asked = Date.now();
  const ended = worker.stop();
  await sleep(1_000);
  expect(await Promise.race([ended, Promise.resolve('at work')])).toBe('at work');
  await hold.query('ROLLBACK');
  expect(await ended).toBe('SIGTERM');
  report('term-under-load', { worker: 'finished its job', stopMs: Date.now() - asked, effects: await deemed() });
  expect(await deemed()).toBe(1);
}, 60_000);

if (FULL) {
  it('gives the job back when it cannot be finished in time, and another worker does it once', async () => {
    const asked = Date.now();
    const ending = await worker.stop();
    const stopMs = Date.now() - asked;
    expect(await deemed()).toBe(0);
    await hold.query('ROLLBACK');
    const other = await startWorker();
    await until('the job is done', async () => (await deemed()) > 0, 60_000);
    await other.stop();
    report('term-under-load', { worker: 'gave its job back', ending, stopMs, effects: await deemed() });
    expect([ending, await deemed()]).toEqual([1, 1]);
    expect(stopMs).toBeLessThan(STOP_MS);
  }, 120_000);
}
