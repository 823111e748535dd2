import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import supertest from 'supertest';
import { type Clock, readSettings } from '@app/platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { TestDatabase, testServer } from './database.js';

const databases = new WeakMap<NestFastifyApplication, TestDatabase>();

export interface TestAppOptions {
  readonly clock?: Clock;
  /** Settings beyond those that every test has. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The whole program on a database of its own; `close()` ends both. */
export async function startApp({ clock, settings = {} }: TestAppOptions = {}): Promise<NestFastifyApplication> {
  const database = await TestDatabase.clone();
  const app = await createApi(readSettings(environmentOf(database, settings)), { clock });
  databases.set(app, database);
  await app.listen(0, '127.0.0.1');
  const close = app.close.bind(app);
  app.close = async () => {
    await close();
    await database.drop();
  };
  return app;
}

/** The environment of a program on a test database. */
export function environmentOf(
  database: TestDatabase,
  settings: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { dataDir, password } = testServer();
  return {
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_POOL: '10',
    DATA_DIR: join(dataDir, database.name),
    KEYS_FILE: join(dataDir, 'keys.json'),
    DEMO: '1',
    DEMO_PASSWORD: password,
    RATE_LIMIT: '1000000',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    PORT: '0',
    ...settings,
  };
}

export const testPassword = (): string => testServer().password;

export function databaseOf(app: NestFastifyApplication): TestDatabase {
  return databases.get(app)!;
}

export type DemoName =
  | 'applicant'
  | 'agent'
  | 'acceptance'
  | 'review'
  | 'approval'
  | 'street'
  | 'street2'
  | 'hub'
  | 'leading-group'
  | 'department'
  | 'decoupling'
  | 'enforcement'
  | 'enforcement2'
  | 'auditor'
  | 'administrator'
  | 'administrator2';

/** Logs in as a demo account. @returns its access token. */
export async function loginAs(
  app: NestFastifyApplication,
  username: DemoName | string,
  password = testServer().password,
): Promise<string> {
  const answer = await supertest(app.getHttpServer())
    .post('/api/v1/auth/login')
    .send({ username, password })
    .expect(200);
  return (answer.body as { accessToken: string }).accessToken;
}
