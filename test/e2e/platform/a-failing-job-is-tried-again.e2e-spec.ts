import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Jobs, Outbox, OutboxRelay, SYSTEM, UnitOfWork, type Tx } from '@app/platform';
import { databaseOf, startInProcess } from '../../support/app.js';
import { registry } from '../../support/command-line.js';
import { runDueJobs } from '../../support/jobs.js';

let app: NestFastifyApplication;
let failing = true;

beforeAll(async () => {
  app = await startInProcess();
  app.get(OutboxRelay).register({
    topic: 'test.brittle',
    handle: async (tx: Tx) => {
      await tx.execute(`INSERT INTO platform.outbox (topic, payload, state) VALUES ('test.effect', '{}', 'DONE')`);
      if (failing) throw new Error('not today');
    },
  });
});

afterAll(() => app.close());

interface Row {
  state: string;
  attempts: number;
  last_error: string | null;
  waits: number;
}

const read = async () =>
  (
    await databaseOf(app).asApplication<Row>(
      `SELECT state, attempts, last_error, round(extract(epoch FROM due_at - now()))::int AS waits FROM platform.outbox WHERE topic = 'test.brittle'`,
    )
  )[0];
const effects = async () =>
  (
    await databaseOf(app).asApplication<{ count: number }>(
      `SELECT count(*)::int AS count FROM platform.outbox WHERE topic = 'test.effect'`,
    )
  )[0].count;
const due = () =>
  databaseOf(app).asApplication(`UPDATE platform.outbox SET due_at = now() WHERE topic = 'test.brittle'`);

it('waits longer each time, is dead after eight attempts with its reason, and leaves no half effect', async () => {
  await app.get(UnitOfWork).run(SYSTEM, (tx) => app.get(Outbox).add(tx, { topic: 'test.brittle', payload: {} }));
  await runDueJobs(app);
  expect(await read()).toMatchObject({ state: 'WAITING', attempts: 1, last_error: 'not today' });
  for (let attempt = 2; attempt <= 8; attempt += 1) {
    await due();
    await runDueJobs(app);
    const row = await read();
    expect(row.attempts).toBe(attempt);
    // Some of the wait may be over by now, never half of it.
    if (attempt < 8) expect(row.waits).toBeGreaterThan(2 ** (attempt - 1));
    expect(row.waits).toBeLessThanOrEqual(2 ** attempt);
  }
  expect(await read()).toMatchObject({ state: 'DEAD', attempts: 8 });
  expect(await effects()).toBe(0);
});

it('is shown to operators and done once when it is put back in line', async () => {
  const { items } = await app.get(Jobs).list('DEAD', 10);
  expect(items).toMatchObject([{ topic: 'test.brittle', lastError: 'not today' }]);
  expect(registry(databaseOf(app), 'jobs', '--state', 'DEAD').stdout).toMatch(
    /^\d+ DEAD test\.brittle due \S+ attempts 8 not today\n$/,
  );
  failing = false;
  expect(registry(databaseOf(app), 'jobs', '--retry', items[0].id).stdout).toContain('WAITING test.brittle');
  await runDueJobs(app);
  expect(await read()).toMatchObject({ state: 'DONE' });
  expect(await effects()).toBe(1);
});
