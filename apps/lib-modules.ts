import { AccessModule } from '@app/access';
import { AuditModule } from '@app/audit';
import { CaseworkModule } from '@app/casework';
import { DisclosureModule } from '@app/disclosure';
import { DocumentsModule } from '@app/documents';
import { FilingModule } from '@app/filing';
import { HubModule } from '@app/hub';
import { IntakeModule } from '@app/intake';
import { NoticesModule } from '@app/notices';
import { RegisterModule } from '@app/register';
import { RegistrationModule } from '@app/registration';

/** Every lib above the platform, lowest rank first: the API and the worker run the same ones. */
export const LIB_MODULES = [
  AuditModule,
  AccessModule,
  DocumentsModule,
  NoticesModule,
  RegisterModule,
  CaseworkModule,
  IntakeModule,
  RegistrationModule,
  FilingModule,
  HubModule,
  DisclosureModule,
];
