import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testPassword } from '../support/app.js';
import { until } from '../support/processes.js';

/** `npm start` as an operator has it: the launcher, its embedded database and the API, on a data folder of its own. */
export class LaunchedProgram {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'shuniu-drill-'));
  private readonly env = this.environment();
  private launcher?: ChildProcess;
  private said = '';
  address = '';

  /** @throws Error with what it said when it ends instead of serving */
  async start(): Promise<void> {
    const launcher = spawn(process.execPath, ['apps/launcher/start.mjs'], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.launcher = launcher;
    for (const stream of [launcher.stdout, launcher.stderr])
      stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    while (!this.address) {
      this.address = /API\s+(http:\/\/\S+)\/api\/v1/.exec(this.said)?.[1] ?? '';
      if (launcher.exitCode !== null) throw new Error(`it ended with ${launcher.exitCode}:\n${this.said}`);
      await sleep(50);
    }
  }

  /** The process of the database server, as its own file names it. */
  get databasePid(): number | undefined {
    const file = join(this.cluster, 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined : undefined;
  }

  /** Kills the database server. @returns milliseconds until the API was ready again, on a new server */
  async killDatabase(timeoutMs: number): Promise<number> {
    const killed = this.databasePid!;
    const at = Date.now();
    process.kill(killed, 'SIGKILL');
    const again = async () => this.databasePid !== undefined && this.databasePid !== killed && (await this.isReady());
    await until('the API is ready again', again, timeoutMs);
    return Date.now() - at;
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.address}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  /** Asks the embedded database as its owner. */
  async query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
    const { owner } = JSON.parse(readFileSync(join(this.dataDir, 'postgres-passwords.json'), 'utf8')) as {
      owner: string;
    };
    const port = readFileSync(join(this.cluster, 'postmaster.pid'), 'utf8').split('\n')[3];
    const client = new pg.Client({ connectionString: `postgres://shuniu_owner:${owner}@127.0.0.1:${port}/shuniu` });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** How often the launcher said so. */
  times(message: string): number {
    return this.said.split(message).length - 1;
  }

  /** Runs an operator's command beside it. @returns its exit code */
  registry(...args: string[]): number | null {
    return spawnSync(process.execPath, ['apps/launcher/registry.mjs', ...args], { env: this.env, stdio: 'ignore' })
      .status;
  }

  /** Stops everything, as a service manager would. @returns the launcher's exit code */
  async stop(): Promise<number | null> {
    const { launcher } = this;
    launcher?.kill('SIGTERM');
    while (launcher?.exitCode === null && launcher.signalCode === null) await sleep(50);
    rmSync(this.dataDir, { recursive: true, force: true });
    return launcher?.exitCode ?? null;
  }

  private get cluster(): string {
    const pointer = join(this.dataDir, 'postgres-location');
    return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(this.dataDir, 'postgres');
  }

  private environment(): NodeJS.ProcessEnv {
    const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, REDIS_URL: _redis, ...inherited } = process.env;
    const settings = { DATA_DIR: this.dataDir, PORT: '0', DEMO_PASSWORD: testPassword(), RATE_LIMIT: '1000000' };
    return { ...inherited, ...settings, LOG_LEVEL: 'error', NODE_OPTIONS: '' };
  }
}
