import { writeFileSync } from 'node:fs';
import { Clock } from '@app/platform';

/** Legal time that a test moves; it stands still in between, or goes on from there where other processes share it. */
export class SettableClock extends Clock {
  private instant: Date;
  private file?: string;

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
    this.write();
  }

  /** Other processes read legal time from this file. */
  shareThrough(file: string): void {
    this.file = file;
    this.write();
  }

  private write(): void {
    if (this.file) writeFileSync(this.file, this.instant.toISOString());
  }
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}
