import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { JsonLogger, readSettings, refuseForeignSchema, refuseOwningRole } from '@app/platform';
import { MIGRATIONS } from '../../../migrations/index.js';
import { WorkerModule } from './worker.module.js';

/** The job process: carries out what the outbox holds, woken through Redis, and never listens. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.redisUrl) throw new Error('REDIS_URL is empty: without it the API carries out the jobs itself');
  const logger = new JsonLogger(settings.logLevel);
  const module = WorkerModule.forRoot(settings);
  const context = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
  const dataSource = context.get(DataSource);
  await refuseOwningRole(dataSource);
  await refuseForeignSchema(
    dataSource,
    MIGRATIONS.map(({ name }) => name),
  );
  context.enableShutdownHooks();
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.stdout.write('枢纽 Shuniu worker: ready\n');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exit(1);
});
