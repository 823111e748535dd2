import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@app/access';
import { AuditModule } from '@app/audit';
import { PlatformModule, type Settings } from '@app/platform';

/** The command line: the libs on the same database, without listening and without carrying out jobs. */
@Module({})
export class CliModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: CliModule,
      imports: [PlatformModule.forRoot(settings, { background: false }), AuditModule, AccessModule],
    };
  }
}
