import { spawn, type ChildProcess } from 'node:child_process';
import { environmentOf } from './app.js';
import type { TestDatabase } from './database.js';

/** The job process as an operator starts it, on a test database. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(database: TestDatabase, redisUrl: string): Promise<WorkerProcess> {
    const env = { ...process.env, ...environmentOf(database, { REDIS_URL: redisUrl }), NODE_OPTIONS: '' };
    const child = spawn(process.execPath, ['dist/apps/worker/src/main.js'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
    });
    return new WorkerProcess(child);
  }

  /** @returns the exit code, or the signal that ended it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
      this.child.once('exit', (code, by) => resolve(code ?? by));
    });
    this.child.kill(signal);
    return ended;
  }
}
