import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { loadKeyRing } from './crypto/key-file.js';
import { KeyRing } from './crypto/key-ring.js';
import { applicationDataSource } from './database/data-source.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { IdempotencyStore } from './http/idempotency-store.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { Metrics } from './operations/metrics.js';
import { OperationsController } from './operations/operations.controller.js';
import { DailyJobs } from './outbox/daily-jobs.js';
import { Outbox } from './outbox/outbox.js';
import { BACKGROUND, OutboxRelay } from './outbox/outbox-relay.js';
import { PurgeJob } from './outbox/purge.job.js';

const PROVIDERS = [
  { provide: KeyRing, inject: [Settings], useFactory: loadKeyRing },
  UnitOfWork,
  Outbox,
  OutboxRelay,
  DailyJobs,
  PurgeJob,
  IdempotencyStore,
  IdempotencyInterceptor,
  Metrics,
];

export interface PlatformOptions {
  /** False for the command line: it writes to the outbox and leaves the work to a server. */
  readonly background?: boolean;
  /** Legal time, where it is not to be the system's. */
  readonly clock?: Clock;
}

/** The plumbing, for every module. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(
    settings: Settings,
    { background = true, clock = new SystemClock() }: PlatformOptions = {},
  ): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...applicationDataSource(settings.databaseUrl, settings.databasePool),
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 500,
        }),
      ],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: BACKGROUND, useValue: background },
        ...PROVIDERS,
      ],
      exports: [Settings, Clock, ...PROVIDERS],
      controllers: [OperationsController],
    };
  }
}
