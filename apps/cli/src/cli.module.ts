import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@app/access';
import { AuditModule } from '@app/audit';
import { DisclosureModule } from '@app/disclosure';
import { HubModule } from '@app/hub';
import { PlatformModule, type Settings } from '@app/platform';
import { RegisterModule } from '@app/register';

/** The command line: the libs that keep the register, without listening and without carrying out jobs. */
@Module({})
export class CliModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: CliModule,
      imports: [
        PlatformModule.forRoot(settings, { process: 'cli' }),
        AuditModule,
        AccessModule,
        RegisterModule,
        HubModule,
        DisclosureModule,
      ],
    };
  }
}
