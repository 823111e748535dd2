import { Global, Module } from '@nestjs/common';
import { CaseDocuments } from './application/case-documents.js';
import { Cases } from './application/cases.js';
import { Consultations } from './application/consultations.js';
import { Deadlines } from './application/deadlines.js';
import { LegalClock } from './application/legal-clock.js';
import { RecuseOfficer } from './application/recuse-officer.js';
import { StepEngine } from './application/step-engine.js';
import { StepGuards } from './application/step-guards.js';
import { StepNotices } from './application/step-notices.js';
import { WorkQueue } from './application/work-queue.js';
import { ConsultationsController } from './http/consultations.controller.js';
import { DeadlinesController } from './http/deadlines.controller.js';
import { WorkQueueController } from './http/work-queue.controller.js';

const PROVIDERS = [
  Cases,
  CaseDocuments,
  StepEngine,
  StepGuards,
  StepNotices,
  LegalClock,
  WorkQueue,
  RecuseOfficer,
  Consultations,
  Deadlines,
];

@Global()
@Module({
  providers: PROVIDERS,
  exports: PROVIDERS,
  controllers: [WorkQueueController, ConsultationsController, DeadlinesController],
})
export class CaseworkModule {}
