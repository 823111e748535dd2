import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Outbox, OutboxRelay, UnitOfWork, type Tx } from '@app/platform';
import { databaseOf, startInProcess } from '../../support/app.js';
import { Bureau } from '../../support/registrations.js';
import { until } from '../../support/processes.js';

const PARTS = 3;

let app: NestFastifyApplication;
let bureau: Bureau;
const gate = { open: () => undefined as void, opened: Promise.resolve() };

beforeAll(async () => {
  app = await startInProcess();
  bureau = new Bureau(app);
  app.get(OutboxRelay).register({
    topic: 'test.long',
    handle: async (tx: Tx, { done }: { done?: number }) => {
      await tx.execute(`INSERT INTO platform.outbox (topic, payload, state) VALUES ('test.part', '{}', 'DONE')`);
      const now = (done ?? 0) + 1;
      if (now === PARTS) await gate.opened;
      return now === PARTS ? undefined : { payload: { done: now }, progress: { done: now, total: PARTS } };
    },
  });
});

afterAll(() => app.close());

it('commits part by part, shows its owner and operators how far it is, and nobody else that it exists', async () => {
  gate.opened = new Promise((resolve) => (gate.open = resolve));
  const [{ id: accountId }] = await databaseOf(app).asApplication<{ id: string }>(
    `SELECT id FROM access.account WHERE username = 'applicant'`,
  );
  const id = await app
    .get(UnitOfWork)
    .run({ accountId, name: 'applicant' }, (tx) => app.get(Outbox).add(tx, { topic: 'test.long', payload: {} }));
  const job = async (who: string) => (await bureau.call(who, 'get', `/jobs/${id}`)).body as Record<string, unknown>;
  await until(
    'it is at its last part',
    async () => (await job('applicant')).state === 'RUNNING' && (await job('applicant')).progressDone === 2,
    5_000,
  );
  expect(await job('applicant')).toMatchObject({ topic: 'test.long', progressDone: 2, progressTotal: PARTS });
  expect(await job('auditor')).toMatchObject({ state: 'RUNNING' });
  const running = await bureau.call('administrator', 'get', '/jobs?state=RUNNING');
  expect((running.body.items as { id: string }[]).map((item) => item.id)).toEqual([id]);
  expect((await bureau.call('agent', 'get', `/jobs/${id}`)).body).toMatchObject({ status: 404 });
  gate.open();
  await until('it is done', async () => (await job('applicant')).state === 'DONE', 5_000);
  expect(await job('applicant')).toMatchObject({ progressDone: PARTS, progressTotal: PARTS, lastError: null });
  const parts = await databaseOf(app).asApplication(`SELECT 1 FROM platform.outbox WHERE topic = 'test.part'`);
  expect(parts).toHaveLength(PARTS);
});
