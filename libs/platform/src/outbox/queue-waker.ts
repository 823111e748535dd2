import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { JobWaker } from './job-waker.js';

export const WAKE_QUEUE = 'outbox';

/**
 * Wakes the workers on every machine through Redis. While Redis is away a wake-up hangs; at most one
 * does, the others are folded into it, and nobody waits for any: the sweep announces again.
 */
@Injectable()
export class QueueWaker extends JobWaker {
  private readonly logger = new Logger('QueueWaker');
  private waking = false;
  private again = false;

  constructor(@InjectQueue(WAKE_QUEUE) private readonly queue: Queue) {
    super();
    // Without a listener an unreachable Redis would end the process.
    queue.on('error', (error) => this.logger.warn(`Redis: ${error.message}`));
  }

  override wake(): void {
    this.again = true;
    if (!this.waking) void this.give();
  }

  private async give(): Promise<void> {
    this.waking = true;
    while (this.again) {
      this.again = false;
      await this.queue
        .add({}, { removeOnComplete: true, removeOnFail: true })
        .catch((error: Error) => this.logger.warn(`no wake-up given: ${error.message}`));
    }
    this.waking = false;
  }
}
