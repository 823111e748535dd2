import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import { join } from 'node:path';
import supertest from 'supertest';
import { readSettings } from '@app/platform';
import { createApi } from '../../apps/api/src/create-api.js';
import type { SettableClock } from './clock.js';
import { TestDatabase, testServer } from './database.js';
import { ProgramProcess, type ProgramKind } from './processes.js';
import { testRedisUrl } from './redis.js';

/** The program under test: in this process, or several processes of it; requests go to one after the other. */
export interface TestApp {
  /** What supertest calls: a server, or the URL of the process whose turn it is. */
  getHttpServer(): Server | string;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly clock?: SettableClock;
  /** Settings beyond those that every test has. */
  readonly settings?: Readonly<Record<string, string>>;
}

const databases = new WeakMap<TestApp, TestDatabase>();

/** The whole program on a database of its own; `close()` ends both. The drill `journeys` runs it in four processes. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  if (!process.env.TEST_PROCESSES) return startInProcess(options);
  const settings = { REDIS_URL: testRedisUrl(), ...options.settings };
  return ManyProcesses.start({ apis: 2, workers: 2, ...options, settings });
}

/** For tests that look inside: always in this process. */
export async function startInProcess({ clock, settings }: TestAppOptions = {}): Promise<NestFastifyApplication> {
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

export interface ManyProcessesOptions extends TestAppOptions {
  readonly apis: number;
  readonly workers: number;
}

/** Several processes of the program on one database; workers also need a Redis, and take the orders of tests. */
export class ManyProcesses implements TestApp {
  private turn = 0;

  private constructor(
    readonly database: TestDatabase,
    private readonly apis: readonly ProgramProcess[],
    private readonly workers: readonly ProgramProcess[],
  ) {}

  static async start({ apis, workers, clock, settings }: ManyProcessesOptions): Promise<ManyProcesses> {
    const database = await TestDatabase.clone();
    const env = environmentOf(database, settings);
    if (clock) {
      env.TEST_CLOCK_FILE = join(testServer().dataDir, `${database.name}.clock`);
      clock.shareThrough(env.TEST_CLOCK_FILE);
    }
    const main = workers > 0 ? 'test/support/program.mjs' : undefined;
    const start = (kind: ProgramKind, count: number) =>
      Promise.all(Array.from({ length: count }, () => ProgramProcess.start(kind, env, main)));
    const app = new ManyProcesses(database, ...(await Promise.all([start('api', apis), start('worker', workers)])));
    databases.set(app, database);
    return app;
  }

  getHttpServer(): string {
    this.turn += 1;
    return this.apis[this.turn % this.apis.length].url;
  }

  /** Lets the workers ask for the jobs of the day now. */
  async announceJobs(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.ask({ announce: true })));
  }

  async close(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map((each) => each.stop()));
    await this.database.drop();
  }
}

/** A program that somebody else starts and stops, at its address of the moment. */
export function programAt(url: () => string): TestApp {
  return { getHttpServer: url, close: async () => undefined };
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

export function databaseOf(app: TestApp): TestDatabase {
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
  app: TestApp,
  username: DemoName | string,
  password = testServer().password,
): Promise<string> {
  const answer = await supertest(app.getHttpServer())
    .post('/api/v1/auth/login')
    .send({ username, password })
    .expect(200);
  return (answer.body as { accessToken: string }).accessToken;
}
