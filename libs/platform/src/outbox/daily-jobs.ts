import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { Clock } from '../clock/clock.js';
import { SYSTEM, type Tx } from '../database/tx.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Outbox } from './outbox.js';
import { OutboxRelay } from './outbox-relay.js';

/** Something that must be done once on every legal day. */
export interface DailyJob {
  readonly name: string;
  run(tx: Tx, day: LegalDate): Promise<void>;
}

const TICK_MS = 60_000;

/**
 * Announces each daily job once per legal day: one outbox row under a unique key, so that many
 * processes run it once. A day on which no process ran is not made up for: a job looks at what is due
 * by its day, not at what happened on it.
 */
@Injectable()
export class DailyJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('DailyJobs');
  private readonly names = new Set<string>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  register(job: DailyJob): void {
    this.names.add(job.name);
    this.relay.register({
      topic: `daily:${job.name}`,
      handle: (tx, payload) => job.run(tx, payload.day as LegalDate),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.relay.background) return;
    this.timer = setInterval(() => {
      this.announce().catch((error: Error) => this.logger.warn(`could not announce: ${error.message}`));
    }, TICK_MS).unref();
    await this.announce();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Writes today's rows where they are not there yet. */
  async announce(): Promise<void> {
    const day = this.clock.today();
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      for (const name of this.names) {
        await this.outbox.add(tx, { topic: `daily:${name}`, payload: { day }, uniqueKey: day });
      }
    });
  }
}
