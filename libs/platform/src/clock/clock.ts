import { Injectable } from '@nestjs/common';
import { legalDateOf, type LegalDate } from '@app/kernel';

/**
 * Legal time: what day a step is taken on. Injected, so that a procedure can be tried out on any
 * day; tokens, limits and queues run on the system's own clock instead.
 */
export abstract class Clock {
  abstract now(): Date;

  /** Today in Shanghai. */
  today(): LegalDate {
    return legalDateOf(this.now());
  }
}

@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
