import { randomBytes } from 'node:crypto';
import pg from 'pg';

interface TestServer {
  readonly superuser: string;
  readonly template: string;
  readonly password: string;
  readonly dataDir: string;
}

/** What the global set-up made. */
export function testServer(): TestServer {
  if (!process.env.SHUNIU_TEST) throw new Error('Run this with `npm test`: it brings a PostgreSQL server of its own.');
  return JSON.parse(process.env.SHUNIU_TEST) as TestServer;
}

/** A database of one suite's own: the migrated and seeded template, cloned. */
export class TestDatabase {
  private constructor(readonly name: string) {}

  static async clone(): Promise<TestDatabase> {
    const database = new TestDatabase(`shuniu_test_${randomBytes(6).toString('hex')}`);
    await asSuperuser((client) =>
      client.query(`CREATE DATABASE ${database.name} OWNER shuniu_owner TEMPLATE ${testServer().template}`),
    );
    return database;
  }

  static async empty(): Promise<TestDatabase> {
    const database = new TestDatabase(`shuniu_test_${randomBytes(6).toString('hex')}`);
    await asSuperuser((client) =>
      client.query(`CREATE DATABASE ${database.name} OWNER shuniu_owner TEMPLATE template0`),
    );
    return database;
  }

  get applicationUrl(): string {
    return this.url('shuniu_app');
  }

  get ownerUrl(): string {
    return this.url('shuniu_owner');
  }

  /** Runs SQL as the application role, as an intruder who holds its password would. */
  asApplication<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return query(this.applicationUrl, sql, parameters);
  }

  asOwner<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return query(this.ownerUrl, sql, parameters);
  }

  /** Runs SQL in this database as the server's superuser, to set up what nobody else could. */
  asSuperuser<Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const url = new URL(testServer().superuser);
    url.pathname = `/${this.name}`;
    return query(url.href, sql, parameters);
  }

  async drop(): Promise<void> {
    await asSuperuser((client) => client.query(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`));
  }

  private url(role: string): string {
    const { superuser, password } = testServer();
    const url = new URL(superuser);
    url.username = role;
    url.password = password;
    url.pathname = `/${this.name}`;
    return url.href;
  }
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string, parameters: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: testServer().superuser });
  await client.connect();
  try {
    // One clone at a time: a template that is being copied may have no other visitor.
    await client.query(`SELECT pg_advisory_lock(hashtext('shuniu-template'))`);
    await work(client);
  } finally {
    await client.end();
  }
}
