import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { DailyJobs, Outbox, OutboxRelay, type DailyJob, type Remainder, type Tx } from '@app/platform';
import { LapseFilings, type DailyRun } from '../application/lapse-filings.js';
import { LAPSE_TOPIC, REMIND_TOPIC } from '../application/topics.js';

/** Every day: who is to renew is told, who did not lapses, what was not corrected is closed. */
@Injectable()
export class FilingJobs implements DailyJob, OnModuleInit {
  readonly name = 'filing.day';

  constructor(
    private readonly lapseFilings: LapseFilings,
    private readonly outbox: Outbox,
    private readonly dailyJobs: DailyJobs,
    private readonly relay: OutboxRelay,
  ) {}

  onModuleInit(): void {
    this.dailyJobs.register(this);
    this.on(REMIND_TOPIC, (tx, run) => this.lapseFilings.remind(tx, run));
    this.on(LAPSE_TOPIC, (tx, run) => this.lapseFilings.lapse(tx, run));
  }

  async run(tx: Tx, day: LegalDate): Promise<void> {
    for (const topic of [REMIND_TOPIC, LAPSE_TOPIC]) {
      await this.outbox.add(tx, { topic, payload: { ...LapseFilings.begin(day) }, uniqueKey: day });
    }
    await this.lapseFilings.abandon(tx, day);
  }

  private on(topic: string, work: (tx: Tx, run: DailyRun) => Promise<Remainder | undefined>): void {
    // The payload is what this lib itself wrote.
    this.relay.register({ topic, handle: (tx, payload) => work(tx, payload as unknown as DailyRun) });
  }
}
