import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type Settings } from '@app/platform';
import { LIB_MODULES } from '../../lib-modules.js';

/** The job process: the same libs, whose controllers nobody can reach because it does not listen. */
@Module({})
export class WorkerModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot(settings, { process: 'worker' }), ...LIB_MODULES],
    };
  }
}
