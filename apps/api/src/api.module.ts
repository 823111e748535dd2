import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@app/access';
import { AuditModule } from '@app/audit';
import { CaseworkModule } from '@app/casework';
import { DisclosureModule } from '@app/disclosure';
import { DocumentsModule } from '@app/documents';
import { HubModule } from '@app/hub';
import { PlatformModule, type PlatformOptions, type Settings } from '@app/platform';
import { RegisterModule } from '@app/register';
import { RegistrationModule } from '@app/registration';

/** The HTTP process: every lib with its controllers, on one database. */
@Module({})
export class ApiModule {
  static forRoot(settings: Settings, options: PlatformOptions = {}): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(settings, options),
        AuditModule,
        AccessModule,
        DocumentsModule,
        RegisterModule,
        CaseworkModule,
        RegistrationModule,
        HubModule,
        DisclosureModule,
      ],
    };
  }
}
