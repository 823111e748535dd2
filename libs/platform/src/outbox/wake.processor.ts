import { Process, Processor } from '@nestjs/bull';
import { OutboxRelay } from './outbox-relay.js';
import { WAKE_QUEUE } from './queue-waker.js';

/** In a worker: a wake-up from Redis is a walk through what is due. */
@Processor(WAKE_QUEUE)
export class WakeProcessor {
  constructor(private readonly relay: OutboxRelay) {}

  @Process({ concurrency: 2 })
  async wake(): Promise<void> {
    await this.relay.drain();
  }
}
