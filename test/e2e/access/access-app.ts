import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { DemoAccounts } from '@app/access';
import { createKeyFile, ownerDataSource, readSettings, SYSTEM, UnitOfWork } from '@app/platform';
import { createApi } from '../../../apps/api/src/create-api.js';
import { MIGRATIONS } from '../../../migrations/index.js';

export const DEMO_PASSWORD = 'demo-password-of-the-tests';

export interface Answer {
  status: number;
  body: any;
  headers: Record<string, any>;
  cookie?: string;
}

export interface Call {
  as?: string;
  body?: object;
  ifMatch?: number;
  cookie?: string;
  from?: string;
  headers?: Record<string, string>;
}

/** The whole application on a database of its own, with the demo accounts, called without a socket. */
export class AccessApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    /** The database as the application's role: what it may not do there, the program may not do either. */
    readonly applicationRole: pg.Client,
    /** The database as a superuser, to set the stage. */
    readonly superuser: pg.Client,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<AccessApp> {
    const url = new URL(process.env.TEST_POSTGRES_URL!);
    const name = `access_${randomBytes(6).toString('hex')}`;
    const admin = await connect(url);
    await admin.query('CREATE ROLE shuniu_application').catch(() => undefined);
    await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'of-a-test' IN ROLE shuniu_application`);
    await admin.query(`CREATE DATABASE ${name}`);
    const at = (user: string, password: string) => {
      const place = new URL(url);
      return Object.assign(place, { username: user, password, pathname: `/${name}` });
    };
    const ownerUrl = at(url.username, url.password);
    const owner = await new DataSource(ownerDataSource(ownerUrl.href, MIGRATIONS)).initialize();
    await owner.runMigrations();
    await owner.destroy();
    const dataDir = mkdtempSync(join(tmpdir(), 'shuniu-access-'));
    const settings = readSettings({
      DATABASE_URL: at(name, 'of-a-test').href,
      DATA_DIR: dataDir,
      DEMO: '1',
      DEMO_PASSWORD,
      LOG_LEVEL: 'silent',
      RATE_LIMIT: '100000',
      ...environment,
    });
    createKeyFile(settings.keysFile);
    const nest = await createApi(settings);
    await nest.init();
    await nest.getHttpAdapter().getInstance().ready();
    await nest.get(UnitOfWork).run(SYSTEM, (tx) => nest.get(DemoAccounts).seed(tx));
    const drop = async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.query(`DROP ROLE ${name}`);
      await admin.end();
      rmSync(dataDir, { recursive: true });
    };
    return new AccessApp(nest, await connect(at(name, 'of-a-test')), await connect(ownerUrl), drop);
  }

  async close(): Promise<void> {
    await this.nest.close();
    await Promise.all([this.applicationRole.end(), this.superuser.end()]);
    await this.drop();
  }

  /** Calls `METHOD /path` below /api/v1. */
  async call(route: string, { as, body, ifMatch, cookie, from, headers = {} }: Call = {}): Promise<Answer> {
    const [method, path] = route.split(' ') as ['GET' | 'POST' | 'DELETE', string];
    const answer = await this.nest.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: from ?? '203.0.113.1',
      payload: body,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(cookie === undefined ? {} : { cookie: `refresh_token=${cookie}` }),
        ...headers,
      },
    });
    const set = answer.cookies.find(({ name }) => name === 'refresh_token');
    const json = answer.body === '' ? undefined : JSON.parse(answer.body);
    return { status: answer.statusCode, body: json, headers: answer.headers, cookie: set?.value };
  }

  /** Tries to log in. */
  tryLogin(username: string, password = DEMO_PASSWORD, from?: string): Promise<Answer> {
    return this.call('POST /auth/login', { body: { username, password }, from });
  }

  /** Logs in and gives the access token. */
  async login(username: string, password?: string): Promise<string> {
    const { status, body } = await this.tryLogin(username, password);
    if (status !== 200) throw new Error(`${username} cannot log in: ${status} ${JSON.stringify(body)}`);
    return body.accessToken;
  }

  /** Makes an account with a password of its own. @returns its id. */
  async register(username: string, password = 'zhi-you-wo-zhidao-9'): Promise<string> {
    const body = { username, displayName: '王小明', password };
    const answer = await this.call('POST /accounts', { body });
    if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }

  async auditOf(action: string): Promise<any[]> {
    const { rows } = await this.superuser.query('SELECT * FROM audit.entry WHERE action = $1 ORDER BY id', [action]);
    return rows;
  }
}

async function connect(url: URL): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
