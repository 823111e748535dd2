import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock/clock.js';
import { Settings } from './config/settings.js';
import { KeyRing } from './crypto/key-ring.js';
import { KeyedStores } from './crypto/keyed-stores.js';
import { RotateKeys } from './crypto/rotate-keys.js';
import { loadKeyRing } from './crypto/stored-keys.js';
import { applicationDataSource } from './database/data-source.js';
import { Reads } from './database/reads.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { IdempotencyStore } from './http/idempotency-store.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { Metrics } from './operations/metrics.js';
import { OperationsController } from './operations/operations.controller.js';
import { Stopping } from './operations/stopping.js';
import { DailyJobs } from './outbox/daily-jobs.js';
import { Jobs } from './outbox/jobs.js';
import { JobWaker } from './outbox/job-waker.js';
import { Outbox } from './outbox/outbox.js';
import { BACKGROUND, OutboxRelay } from './outbox/outbox-relay.js';
import { PurgeJob } from './outbox/purge.job.js';
import { QueueWaker, WAKE_QUEUE } from './outbox/queue-waker.js';
import { Sweep } from './outbox/sweep.js';
import { WakeProcessor } from './outbox/wake.processor.js';

const PROVIDERS = [
  { provide: KeyRing, inject: [Settings], useFactory: loadKeyRing },
  KeyedStores,
  RotateKeys,
  Reads,
  UnitOfWork,
  Outbox,
  OutboxRelay,
  DailyJobs,
  Jobs,
  PurgeJob,
  IdempotencyStore,
  IdempotencyInterceptor,
  Metrics,
  Stopping,
];

/** What a process is: it answers requests, carries out jobs, or runs one command. */
export type ProcessKind = 'api' | 'worker' | 'cli';

export interface PlatformOptions {
  readonly process?: ProcessKind;
  /** Legal time, where it is not to be the system's. */
  readonly clock?: Clock;
}

/** The plumbing, for every module. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(
    settings: Settings,
    { process = 'api', clock = new SystemClock() }: PlatformOptions = {},
  ): DynamicModule {
    const queue = process !== 'cli' && settings.redisUrl !== undefined;
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...applicationDataSource(settings.databaseUrl, settings.databasePool),
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 500,
        }),
        ...(queue ? queueModules(settings.redisUrl!) : []),
      ],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        ...PROVIDERS,
        ...jobProviders(process, queue),
      ],
      exports: [Settings, Clock, JobWaker, ...PROVIDERS],
      controllers: [OperationsController],
    };
  }
}

/** With Redis the workers carry out the jobs and the API only announces them; without, the API does both. */
function jobProviders(process: ProcessKind, queue: boolean): Provider[] {
  return [
    { provide: BACKGROUND, useValue: process === 'worker' || (process === 'api' && !queue) },
    queue ? { provide: JobWaker, useClass: QueueWaker } : { provide: JobWaker, useExisting: OutboxRelay },
    ...(process === 'cli' ? [] : [Sweep]),
    ...(process === 'worker' && queue ? [WakeProcessor] : []),
  ];
}

/** Never without a Redis: a queue that cannot connect waits for ever. */
function queueModules(url: string): DynamicModule[] {
  return [BullModule.forRoot({ url, redis: {} }), BullModule.registerQueue({ name: WAKE_QUEUE })];
}
