import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import {
  configureHttpApp,
  fastifyAdapter,
  JsonLogger,
  KeyRing,
  refuseForeignSchema,
  refuseMissingKeys,
  refuseOwningRole,
  type PlatformOptions,
  type Settings,
} from '@app/platform';
import { MIGRATIONS } from '../../../migrations/index.js';
import { ApiModule } from './api.module.js';
import { serveOpenApi } from './openapi.js';

/** Builds the HTTP application, not yet listening. @throws DatabaseUnfit when it must not run on this database. */
export async function createApi(settings: Settings, options: PlatformOptions = {}): Promise<NestFastifyApplication> {
  const module = ApiModule.forRoot(settings, options);
  const app = await NestFactory.create<NestFastifyApplication>(module, fastifyAdapter(settings), {
    logger: new JsonLogger(settings.logLevel),
    abortOnError: false,
  });
  const dataSource = app.get(DataSource);
  try {
    await refuseOwningRole(dataSource);
    await refuseForeignSchema(dataSource, MIGRATIONS);
    await refuseMissingKeys(dataSource, app.get(KeyRing));
    await configureHttpApp(app, settings);
    serveOpenApi(app, settings);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
