import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type PlatformOptions, type Settings } from '@app/platform';
import { LIB_MODULES } from '../../lib-modules.js';

/** The HTTP process: every lib with its controllers, on one database. */
@Module({})
export class ApiModule {
  static forRoot(settings: Settings, options: PlatformOptions = {}): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(settings, options), ...LIB_MODULES],
    };
  }
}
