import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { DailyJobs, type DailyJob, type Tx } from '@app/platform';
import { EndSuspensions } from '../application/matters/end-suspensions.js';

/** Every day, enters the end of suspensions that are over. */
@Injectable()
export class EndSuspensionsJob implements DailyJob, OnModuleInit {
  readonly name = 'registration.end-suspensions';

  constructor(
    private readonly endSuspensions: EndSuspensions,
    private readonly dailyJobs: DailyJobs,
  ) {}

  onModuleInit(): void {
    this.dailyJobs.register(this);
  }

  run(tx: Tx, day: LegalDate): Promise<void> {
    return this.endSuspensions.execute(tx, day);
  }
}
