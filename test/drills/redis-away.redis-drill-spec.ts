import { setTimeout as sleep } from 'node:timers/promises';
import { ManyProcesses } from '../support/app.js';
import { SettableClock } from '../support/clock.js';
import { freePort } from '../support/free-port.js';
import { until } from '../support/processes.js';
import { Bureau } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { deemed, file } from './filed-weeks-ago.js';
import { RedisServer } from './redis-server.js';

const APPLICATIONS = FULL ? 500 : 10;
/** Ten minutes, compressed. */
const AWAY_MS = FULL ? 60_000 : 1_000;
const DONE_WITHIN_MS = 60_000;

let app: ManyProcesses;
let redis: RedisServer;
let bureau: Bureau;
const clock = new SettableClock('2026-10-26');

/** An API that only writes jobs down, and two workers, on one legal time. */
beforeAll(async () => {
  redis = new RedisServer(await freePort());
  await redis.start();
  app = await ManyProcesses.start({ apis: 1, workers: 2, clock, settings: { REDIS_URL: redis.url } });
  bureau = new Bureau(app);
  await bureau.socialGroupPapers();
}, 120_000);

afterAll(async () => {
  await app.close();
  await redis.stop();
});

/** Both workers find that five working days have gone by, and ask for the jobs of the day. */
async function weeksLater(day: string): Promise<void> {
  clock.set(day);
  await app.announceJobs();
}

/** @returns how long after `since` the last job was done, in milliseconds */
async function allDone(count: number, since: number): Promise<number> {
  const enough = async () => (await deemed(app.database)).done >= count;
  await until('all jobs are done', enough, 2 * DONE_WITHIN_MS).catch(() => undefined);
  return Date.now() - since;
}

/** Redis is back: every job of the `count` applications so far has to be done, once. */
async function expectAllDone(round: string, count: number, filed: number): Promise<void> {
  const ms = await allDone(count, Date.now());
  const found = await deemed(app.database);
  const { cases, steps, waiting, dead } = found;
  const result = { applications: count, filed, doneAfterMs: ms, lost: count - cases, doubled: steps - cases };
  report('redis-away', { round, ...result, waiting, dead });
  expect(filed).toBe(APPLICATIONS);
  expect(found).toEqual({ cases: count, steps: count, waiting: 0, dead: 0, done: count });
  if (FULL) expect(ms).toBeLessThan(DONE_WITHIN_MS);
}

it('files while Redis is away, and does every job once after its return', async () => {
  await redis.stop();
  const gone = Date.now();
  const filed = await file(bureau, 0, APPLICATIONS, 4);
  await sleep(Math.max(0, AWAY_MS - (Date.now() - gone)));
  await weeksLater('2026-11-16');
  await redis.start();
  await expectAllDone('away', APPLICATIONS, filed);
}, 600_000);

it('does every job once when Redis loses all it held in the midst of them, and comes back empty', async () => {
  const filed = await file(bureau, APPLICATIONS, APPLICATIONS, 4);
  await weeksLater('2026-12-14');
  await redis.loseEverything();
  await redis.stop();
  await sleep(FULL ? 5_000 : 500);
  await redis.start();
  await expectAllDone('lost', 2 * APPLICATIONS, filed);
}, 600_000);
