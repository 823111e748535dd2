import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { DailyJobs, OutboxRelay } from '@app/platform';
import { databaseOf, ManyProcesses, type TestApp } from './app.js';

/** Lets the day's jobs run to their end, whichever loop of the program takes them. */
export async function runDueJobs(app: TestApp): Promise<void> {
  const here = app instanceof ManyProcesses ? undefined : (app as NestFastifyApplication);
  if (app instanceof ManyProcesses) await app.announceJobs();
  await here?.get(DailyJobs).announce();
  for (;;) {
    await here?.get(OutboxRelay).drain();
    const [{ waiting }] = await databaseOf(app).asApplication<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM platform.outbox WHERE state = 'WAITING' AND due_at <= now()`,
    );
    if (waiting === 0) return;
    await sleep(20);
  }
}
