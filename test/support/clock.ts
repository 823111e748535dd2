import { Clock } from '@app/platform';

/** Legal time that a test moves; it stands still in between. */
export class SettableClock extends Clock {
  private instant: Date;

  /** @param day noon in Shanghai of this day, YYYY-MM-DD */
  constructor(day: string) {
    super();
    this.instant = noon(day);
  }

  override now(): Date {
    // A millisecond later each time, so that what follows is recorded after what went before.
    this.instant = new Date(this.instant.getTime() + 1);
    return this.instant;
  }

  set(day: string): void {
    this.instant = noon(day);
  }
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}
