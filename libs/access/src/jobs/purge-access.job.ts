import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DailyJob, DailyJobs, type Tx } from '@app/platform';

/** Ended and expired sessions are kept this long, so that a refresh token that comes again late is still known. */
const SESSION_DAYS = 30;

/** Removes what is of no more use: failures that count no longer, sessions long over and their tokens. */
@Injectable()
export class PurgeAccess implements DailyJob, OnModuleInit {
  readonly name = 'access.purge';

  constructor(private readonly jobs: DailyJobs) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run(tx: Tx): Promise<void> {
    await tx.execute(`DELETE FROM access.login_failure WHERE at < now() - interval '1 day'`);
    await tx.execute(`DELETE FROM access.session WHERE expires_at < now() - make_interval(days => $1)`, [SESSION_DAYS]);
  }
}
