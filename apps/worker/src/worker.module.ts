import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type PlatformOptions, type Settings } from '@app/platform';
import { LIB_MODULES } from '../../lib-modules.js';

/** The job process: the same libs, whose controllers nobody can reach because it does not listen. */
@Module({})
export class WorkerModule {
  static forRoot(settings: Settings, options: PlatformOptions = {}): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot(settings, { ...options, process: 'worker' }), ...LIB_MODULES],
    };
  }
}
