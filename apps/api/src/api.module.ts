import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@app/access';
import { AuditModule } from '@app/audit';
import { DocumentsModule } from '@app/documents';
import { PlatformModule, type Settings } from '@app/platform';

/** The HTTP process: every lib with its controllers, on one database. */
@Module({})
export class ApiModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(settings), AuditModule, AccessModule, DocumentsModule],
    };
  }
}
