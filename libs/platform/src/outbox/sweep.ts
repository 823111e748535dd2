import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobWaker } from './job-waker.js';
import { OutboxRelay } from './outbox-relay.js';

const SWEEP_MS = 5_000;

/**
 * Announces again whatever is due and was not taken: a wake-up that got lost, a Redis that lost
 * everything, a worker that died with a message in hand lose nothing but a few seconds.
 */
@Injectable()
export class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Sweep');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly waker: JobWaker,
    private readonly relay: OutboxRelay,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.announce().catch((error: Error) => this.logger.warn(`could not look for due jobs: ${error.message}`));
    }, SWEEP_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async announce(): Promise<void> {
    const [{ due }]: { due: boolean }[] = await this.dataSource.query(
      `SELECT EXISTS (SELECT 1 FROM platform.outbox WHERE state = 'WAITING' AND due_at <= now()) AS due`,
    );
    if (!due) return;
    // A worker looks for itself, Redis or no Redis; elsewhere its relay stands still and this is nothing.
    this.relay.wake();
    this.waker.wake();
  }
}
