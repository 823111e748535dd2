import { databaseOf, environmentOf, startInProcess, type TestApp } from '../support/app.js';
import { SettableClock } from '../support/clock.js';
import { ProgramProcess, until } from '../support/processes.js';
import { testRedisUrl } from '../support/redis.js';
import { Bureau } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { deemed, file } from './filed-weeks-ago.js';

const JOBS = FULL ? 2_000 : 24;
const KILLS = FULL ? 20 : 2;
const redisUrl = testRedisUrl();

let app: TestApp;

beforeAll(async () => {
  // Filed weeks ago, so that the workers, on today's date, find five working days of silence.
  app = await startInProcess({ clock: new SettableClock('2026-10-26'), settings: { REDIS_URL: redisUrl } });
}, 60_000);

afterAll(() => app.close());

/** Two workers; a killed one is started again while the other goes on. */
class Workers {
  private readonly living = new Set<ProgramProcess>();
  private readonly starting: Promise<void>[] = [];
  kills = 0;

  start(): void {
    const env = environmentOf(databaseOf(app), { REDIS_URL: redisUrl });
    this.starting.push(ProgramProcess.start('worker', env).then((worker) => void this.living.add(worker)));
  }

  async kill(): Promise<void> {
    await until('a worker lives', async () => this.living.size > 0, 60_000);
    const victims = [...this.living];
    const victim = victims[Math.floor(Math.random() * victims.length)];
    this.living.delete(victim);
    await victim.stop('SIGKILL');
    this.kills += 1;
    this.start();
  }

  async end(): Promise<void> {
    await Promise.all(this.starting);
    await Promise.all([...this.living].map((worker) => worker.stop()));
  }
}

it('carries out each job once though workers are killed in the midst of them', async () => {
  const filed = await file(new Bureau(app), 0, JOBS, 8);
  const workers = new Workers();
  workers.start();
  workers.start();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const after = Math.floor(((kill + Math.random()) * JOBS) / (KILLS + 1));
    await until(`${after} jobs are done`, async () => (await deemed(databaseOf(app))).done >= after, 120_000);
    await workers.kill();
  }
  // A dead one's job that failed meanwhile is tried again after seconds.
  await until('all jobs are done', async () => (await deemed(databaseOf(app))).done >= JOBS, 120_000).catch(
    () => undefined,
  );
  await workers.end();
  const { cases, steps, waiting, dead, done } = await deemed(databaseOf(app));
  report('kill-worker', {
    jobs: JOBS,
    filed,
    kills: workers.kills,
    done,
    effects: steps,
    lost: JOBS - cases,
    doubled: steps - cases,
    waiting,
    dead,
  });
  expect({ filed, cases, steps, waiting, dead, done }).toEqual({
    filed: JOBS,
    cases: JOBS,
    steps: JOBS,
    waiting: 0,
    dead: 0,
    done: JOBS,
  });
}, 1_800_000);
