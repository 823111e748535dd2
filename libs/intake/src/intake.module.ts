import { Global, Module } from '@nestjs/common';
import { BatchQueries } from './application/batch.queries.js';
import { CommitRows } from './application/commit-rows.js';
import { DecideBatch } from './application/decide-batch.js';
import { GiveUpBatch } from './application/give-up-batch.js';
import { JudgeRows } from './application/judge-rows.js';
import { ReceiveBatch } from './application/receive-batch.js';
import { RefusedRows } from './application/refused-rows.js';
import { Sheets } from './application/sheets.js';
import { UndoRows } from './application/undo-rows.js';
import { IntakeBatchesController } from './http/intake-batches.controller.js';
import { IntakeSheetsController } from './http/intake-sheets.controller.js';
import { IntakeJobs } from './jobs/intake.jobs.js';
import { BatchRows } from './persistence/batch-rows.js';
import { Batches } from './persistence/batches.js';

/** Whole tables: read whatever they hold, judged row by row, entered by jobs, undone. Knows nothing of what they are about. */
@Global()
@Module({
  providers: [
    ...[Sheets, Batches, BatchRows, BatchQueries, RefusedRows],
    ...[ReceiveBatch, JudgeRows, DecideBatch, CommitRows, UndoRows, GiveUpBatch, IntakeJobs],
  ],
  controllers: [IntakeSheetsController, IntakeBatchesController],
  exports: [Sheets],
})
export class IntakeModule {}
