import { Global, Module } from '@nestjs/common';
import { CaseDocuments } from './application/case-documents.js';
import { Cases } from './application/cases.js';
import { Consultations } from './application/consultations.js';
import { Deadlines } from './application/deadlines.js';
import { CaseFileSources } from './application/file/case-file-sources.js';
import { CaseFiles } from './application/file/case-files.js';
import { CaseParts } from './application/file/case-parts.js';
import { SealFile } from './application/file/seal-file.js';
import { ZipCaseFile } from './application/file/zip-case-file.js';
import { LegalClock } from './application/legal-clock.js';
import { RecuseOfficer } from './application/recuse-officer.js';
import { StepEngine } from './application/step-engine.js';
import { StepGuards } from './application/step-guards.js';
import { StepNotices } from './application/step-notices.js';
import { WorkQueue } from './application/work-queue.js';
import { CaseFilesController } from './http/case-files.controller.js';
import { ConsultationsController } from './http/consultations.controller.js';
import { DeadlinesController } from './http/deadlines.controller.js';
import { WorkQueueController } from './http/work-queue.controller.js';
import { SealFileJob } from './jobs/seal-file.job.js';

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
  CaseFileSources,
];

/** 卷宗 */
const FILE = [CaseParts, CaseFiles, ZipCaseFile, SealFile, SealFileJob];

@Global()
@Module({
  providers: [...PROVIDERS, ...FILE],
  exports: PROVIDERS,
  controllers: [WorkQueueController, ConsultationsController, DeadlinesController, CaseFilesController],
})
export class CaseworkModule {}
