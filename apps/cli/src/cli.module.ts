import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type Settings } from '@app/platform';
import { LIB_MODULES } from '../../lib-modules.js';

/** The command line: the same libs, without listening and without carrying out jobs. */
@Module({})
export class CliModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: CliModule,
      imports: [PlatformModule.forRoot(settings, { process: 'cli' }), ...LIB_MODULES],
    };
  }
}
