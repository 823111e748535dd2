import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';

/** PostgreSQL refuses to run as root. */
const ACCOUNT = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A server of an operator's own, made with the programs on this machine and set up as the README tells. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'shuniu-own-postgres-'));
    chmodSync(folder, 0o700);
    if (ACCOUNT.uid) chownSync(folder, ACCOUNT.uid, ACCOUNT.gid);
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, 'superuser-secret');
    if (ACCOUNT.uid) chownSync(passwordFile, ACCOUNT.uid, ACCOUNT.gid);
    const server = new OwnPostgres(folder, await freePort());
    const initial = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'];
    server.run('initdb', '-D', server.data, ...initial, '--encoding=UTF8', '--locale=C.UTF-8');
    const options = `-c listen_addresses=127.0.0.1 -c port=${server.port} -c unix_socket_directories= -c fsync=off`;
    server.run('pg_ctl', '-D', server.data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
    await server.asReadmeTells();
    return server;
  }

  url(role: 'shuniu_owner' | 'shuniu_app' | 'postgres', database = 'shuniu'): string {
    return `postgres://${role}:${PASSWORDS[role]}@127.0.0.1:${this.port}/${database}`;
  }

  stop(): void {
    this.run('pg_ctl', '-D', this.data, '-w', '-m', 'immediate', 'stop');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private run(program: string, ...args: string[]): void {
    const path = join(process.env.TEST_POSTGRES_PROGRAMS!, program);
    execFileSync(path, args, { ...ACCOUNT, cwd: this.folder, stdio: 'ignore', env: { ...process.env, LC_ALL: 'C' } });
  }

  private async asReadmeTells(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url('postgres', 'postgres') });
    await client.connect();
    for (const sql of [
      `CREATE ROLE shuniu_owner LOGIN PASSWORD '${PASSWORDS.shuniu_owner}'`,
      'CREATE ROLE shuniu_application NOLOGIN',
      `CREATE ROLE shuniu_app LOGIN PASSWORD '${PASSWORDS.shuniu_app}' IN ROLE shuniu_application`,
      `CREATE DATABASE shuniu OWNER shuniu_owner TEMPLATE template0 ENCODING 'UTF8'`,
      'REVOKE ALL ON DATABASE shuniu FROM PUBLIC',
      'GRANT CONNECT ON DATABASE shuniu TO shuniu_application',
    ]) {
      await client.query(sql);
    }
    await client.end();
  }
}

const PASSWORDS = {
  postgres: 'superuser-secret',
  shuniu_owner: 'one-secret',
  shuniu_app: 'another-secret',
};
