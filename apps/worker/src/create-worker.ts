import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  JsonLogger,
  KeyRing,
  type PlatformOptions,
  refuseForeignSchema,
  refuseMissingKeys,
  refuseOwningRole,
  type Settings,
} from '@app/platform';
import { MIGRATIONS } from '../../../migrations/index.js';
import { WorkerModule } from './worker.module.js';

/** Builds the job process, which begins to work at once. @throws DatabaseUnfit when it must not run on this database. */
export async function createWorker(
  settings: Settings,
  options: PlatformOptions = {},
): Promise<INestApplicationContext> {
  if (!settings.redisUrl) throw new Error('REDIS_URL is empty: without it the API carries out the jobs itself');
  const module = WorkerModule.forRoot(settings, options);
  const logger = new JsonLogger(settings.logLevel);
  const context = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
  const dataSource = context.get(DataSource);
  await refuseOwningRole(dataSource);
  await refuseForeignSchema(dataSource, MIGRATIONS);
  await refuseMissingKeys(dataSource, context.get(KeyRing));
  return context;
}
