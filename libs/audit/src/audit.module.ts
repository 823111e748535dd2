import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.js';
import { AuditOfSubjects } from './audit-of-subjects.js';
import { AuditTrail } from './audit.queries.js';
import { AuditLog } from './seals/audit-log.js';
import { SealJob } from './seals/seal.job.js';
import { SealLogs } from './seals/seal-logs.js';
import { SealQueries } from './seals/seal.queries.js';
import { SealedLogs } from './seals/sealed-logs.js';
import { SealsController } from './seals/seals.controller.js';
import { VerifySeals } from './seals/verify-seals.js';
import { VerifyAudit } from './verify-audit.js';

const EXPORTED = [Audit, AuditTrail, AuditOfSubjects, SealedLogs, SealLogs, SealQueries, VerifyAudit, VerifySeals];

/** The audit trail, and the seals over it and over every other log that only grows. */
@Global()
@Module({ providers: [...EXPORTED, AuditLog, SealJob], exports: EXPORTED, controllers: [SealsController] })
export class AuditModule {}
