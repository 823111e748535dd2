import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { databaseOf, startApp, startInProcess, type TestApp } from '../../support/app.js';
import { testServer } from '../../support/database.js';

/** The password of every demo account. */
export const DEMO_PASSWORD = testServer().password;

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

/** So that a caller may come from any address. */
const BEHIND_A_PROXY = { TRUST_PROXY: '1' };

/** The whole application, called from any address. */
export class AccessApp {
  private constructor(
    readonly app: TestApp,
    /** The database as the application's role: what it may not do there, the program may not do either. */
    readonly applicationRole: pg.Client,
    /** The database as its owner, to set the stage and to look behind it. */
    readonly owner: pg.Client,
  ) {}

  static start(settings: Record<string, string> = {}): Promise<AccessApp> {
    return AccessApp.of(startApp({ settings: { ...BEHIND_A_PROXY, ...settings } }));
  }

  /** For tests that look inside. */
  static async startInProcess(
    settings: Record<string, string> = {},
  ): Promise<AccessApp & { nest: NestFastifyApplication }> {
    const nest = await startInProcess({ settings: { ...BEHIND_A_PROXY, ...settings } });
    return Object.assign(await AccessApp.of(Promise.resolve(nest)), { nest });
  }

  private static async of(starting: Promise<TestApp>): Promise<AccessApp> {
    const app = await starting;
    const { applicationUrl, ownerUrl } = databaseOf(app);
    return new AccessApp(app, await connect(applicationUrl), await connect(ownerUrl));
  }

  async close(): Promise<void> {
    await Promise.all([this.applicationRole.end(), this.owner.end()]);
    await this.app.close();
  }

  /** Calls `METHOD /path` below /api/v1. */
  async call(route: string, { as, body, ifMatch, cookie, from, headers = {} }: Call = {}): Promise<Answer> {
    const [method, path] = route.split(' ') as ['GET' | 'POST' | 'DELETE', string];
    const calls = supertest(this.app.getHttpServer());
    const send = calls[method.toLowerCase() as 'get' | 'post' | 'delete'](`/api/v1${path}`);
    const request = send.set({ 'x-forwarded-for': from ?? '203.0.113.1', ...headers });
    if (as !== undefined) request.set('authorization', `Bearer ${as}`);
    if (ifMatch !== undefined) request.set('if-match', `"${ifMatch}"`);
    if (cookie !== undefined) request.set('cookie', `refresh_token=${cookie}`);
    const answer = await (body === undefined ? request : request.send(body));
    const set = answer.get('Set-Cookie')?.find((line) => line.startsWith('refresh_token='));
    const json = answer.text === '' ? undefined : JSON.parse(answer.text);
    return { status: answer.status, body: json, headers: answer.headers, cookie: set && /=([^;]*)/.exec(set)![1] };
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
    const { rows } = await this.owner.query('SELECT * FROM audit.entry WHERE action = $1 ORDER BY id', [action]);
    return rows;
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
