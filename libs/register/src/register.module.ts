import { Global, Module } from '@nestjs/common';
import { AddCodeRange } from './application/add-code-range.js';
import { CaseEntries } from './application/case-entries.js';
import { CodePool } from './application/code-pool.js';
import { DivisionQueries } from './application/division.queries.js';
import { EntryListeners } from './application/entry-listeners.js';
import { EntryLog } from './application/entry-log.js';
import { ImportOrganizations } from './application/import-organizations.js';
import { Persons } from './application/persons.js';
import { Projections } from './application/projections.js';
import { RebuildProjections } from './application/rebuild-projections.js';
import { Register } from './application/register.js';
import { RegisterQueries } from './application/register.queries.js';
import { RestrictSubject } from './application/restrict-subject.js';
import { Restrictions } from './application/restrictions.js';
import { VerifyRegister } from './application/verify-register.js';
import { CodeRangesController } from './http/code-ranges.controller.js';
import { DivisionsController } from './http/divisions.controller.js';
import { RestrictionsController } from './http/restrictions.controller.js';
import { SeedDemoCodeRanges } from './seed/seed-demo-code-ranges.js';
import { SeedDivisions } from './seed/seed-divisions.js';

const PROVIDERS = [
  Register,
  RegisterQueries,
  CaseEntries,
  EntryListeners,
  Projections,
  Persons,
  CodePool,
  AddCodeRange,
  Restrictions,
  RestrictSubject,
  DivisionQueries,
  VerifyRegister,
  RebuildProjections,
  ImportOrganizations,
  SeedDivisions,
  SeedDemoCodeRanges,
];

@Global()
@Module({
  providers: [...PROVIDERS, EntryLog],
  exports: PROVIDERS,
  controllers: [DivisionsController, CodeRangesController, RestrictionsController],
})
export class RegisterModule {}
