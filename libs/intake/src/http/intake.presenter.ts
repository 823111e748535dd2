import type { Bilingual } from '@app/kernel';
import type { BatchView, ReportedRow } from '../application/batch.queries.js';
import type { Sheet } from '../domain/sheet.js';
import type { Batch } from '../persistence/batches.js';
import type { BatchDto, BatchSummaryDto, ReportedRowDto, SheetDto } from './dto/intake.dto.js';

export function presentSheet({ name, title, columns }: Sheet): SheetDto {
  return {
    name,
    title,
    columns: columns.map(({ values, ...column }) => ({
      name: column.name,
      title: column.title,
      type: column.type,
      required: column.required,
      values: values ? { ...values } : null,
      example: column.example,
    })),
  };
}

export function presentSummary(batch: Batch): BatchSummaryDto {
  const { id, sheet, office, fileName, sha256, format, encoding, state, rows, undoReason, version } = batch;
  return {
    ...{ id, sheet, office, fileName, sha256, format, encoding, state, rows, undoReason, version },
    unknownColumns: [...batch.unknownColumns],
    uploadedAt: batch.uploadedAt.toISOString(),
  };
}

export function presentBatch(batch: BatchView): BatchDto {
  const { counts, progress, allowedActions } = batch;
  return { ...presentSummary(batch), counts, progress, allowedActions: [...allowedActions] };
}

export function presentRow({ line, state, remarks }: ReportedRow, language: keyof Bilingual): ReportedRowDto {
  return {
    line,
    state,
    remarks: remarks.map(({ column = null, code, message, warning = false }) => {
      return { column, code, message: message[language], warning };
    }),
  };
}
