import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { JsonLogger, readSettings, refuseForeignSchema } from '@app/platform';
import { MIGRATIONS } from '../../../migrations/index.js';
import { CliModule } from './cli.module.js';

/** Runs a command with the libs at hand. @throws DatabaseUnfit when the schema is not that of this program. */
export async function withContext<T>(work: (context: INestApplicationContext) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const logger = new JsonLogger(settings.logLevel === 'info' ? 'warn' : settings.logLevel);
  const context = await NestFactory.createApplicationContext(CliModule.forRoot(settings), {
    logger,
    abortOnError: false,
  });
  try {
    await refuseForeignSchema(context.get(DataSource), MIGRATIONS);
    return await work(context);
  } finally {
    await context.close();
  }
}
