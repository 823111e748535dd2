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

const PROVIDERS = [
  { provide: Clock, useClass: SystemClock },
  { provide: KeyRing, inject: [Settings], useFactory: loadKeyRing },
  UnitOfWork,
  Outbox,
  OutboxRelay,
  DailyJobs,
  IdempotencyStore,
  IdempotencyInterceptor,
  Metrics,
];

/** The plumbing, for every module. */
@Global()
@Module({})
export class PlatformModule {
  /** `background: false` is for the command line: it writes to the outbox and leaves the work to a server. */
  static forRoot(settings: Settings, { background = true } = {}): DynamicModule {
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
      providers: [{ provide: Settings, useValue: settings }, { provide: BACKGROUND, useValue: background }, ...PROVIDERS],
      exports: [Settings, ...PROVIDERS],
      controllers: [OperationsController],
    };
  }
}
