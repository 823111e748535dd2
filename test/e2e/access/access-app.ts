import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { databaseOf, startApp } from '../../support/app.js';
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

/** The whole application, called without a socket so that a caller may have any address. */
export class AccessApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    /** The database as the application's role: what it may not do there, the program may not do either. */
    readonly applicationRole: pg.Client,
    /** The database as its owner, to set the stage and to look behind it. */
    readonly owner: pg.Client,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<AccessApp> {
    const nest = await startApp({ settings });
    const { applicationUrl, ownerUrl } = databaseOf(nest);
    return new AccessApp(nest, await connect(applicationUrl), await connect(ownerUrl));
  }

  async close(): Promise<void> {
    await Promise.all([this.applicationRole.end(), this.owner.end()]);
    await this.nest.close();
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
    const { rows } = await this.owner.query('SELECT * FROM audit.entry WHERE action = $1 ORDER BY id', [action]);
    return rows;
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
