import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../support/processes.js';

/** A Redis of a drill's own, which keeps nothing on disk: what it holds is lost when it stops. */
export class RedisServer {
  private child?: ChildProcess;

  /** @param port a free one */
  constructor(readonly port: number) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** @throws Error when the program `redis-server` is not there or does not answer */
  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', options, { stdio: 'ignore' });
    await once(child, 'spawn');
    this.child = child;
    await until('Redis answers', () => this.ask((redis) => redis.ping()), 10_000);
  }

  async stop(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  async loseEverything(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  private async ask(question: (redis: Redis) => Promise<unknown>): Promise<boolean> {
    const redis = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      await question(redis);
      return true;
    } catch {
      return false;
    } finally {
      redis.disconnect();
    }
  }
}
