import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { Optional, OptionalOneOf, OrNull, PageOf, PageQuery, Words } from '@app/platform';
import type { BatchState } from '../../domain/batch.workflow.js';
import type { RowState } from '../../persistence/batch-rows.js';

const SHEET = /^[a-z-]{2,40}$/;
const OFFICE = /^[0-9A-Z-]{1,40}$/;
const STATES = ['JUDGING', 'JUDGED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'DISCARDED'] as const;
const ROW_STATES = ['PENDING', 'GOOD', 'REFUSED', 'TAKEN', 'UNDONE'] as const;

/** A text in the two languages of the product. */
export class IntakeTextDto {
  @ApiProperty({ example: '名称' })
  zh: string;

  @ApiProperty({ example: 'name' })
  en: string;
}

export class SheetColumnDto {
  @ApiProperty({ example: 'name' })
  name: string;

  @ApiProperty({ type: IntakeTextDto })
  title: IntakeTextDto;

  @ApiProperty({ enum: ['TEXT', 'DATE', 'NUMBER'] })
  type: string;

  @ApiProperty()
  required: boolean;

  /** The only values that it takes, each with its Chinese word. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, nullable: true })
  values: Record<string, string> | null;

  @ApiProperty({ example: '东华门街道晨光合唱队' })
  example: string;
}

export class SheetDto {
  @ApiProperty({ example: 'filings' })
  name: string;

  @ApiProperty({ type: IntakeTextDto })
  title: IntakeTextDto;

  @ApiProperty({ type: [SheetColumnDto] })
  columns: SheetColumnDto[];
}

export class SheetsDto {
  @ApiProperty({ type: [SheetDto] })
  items: SheetDto[];
}

/** What a table is about and for which office it is taken in. */
export class IntakeQuery {
  @ApiProperty({ example: 'filings', pattern: SHEET.source })
  @Matches(SHEET)
  sheet: string;

  /** The division or hub of the office. */
  @ApiProperty({ example: '110101001', pattern: OFFICE.source })
  @Matches(OFFICE)
  office: string;
}

export class BatchesQuery extends PageQuery {
  @ApiProperty({ example: 'filings', pattern: SHEET.source })
  @Matches(SHEET)
  sheet: string;

  @ApiProperty({ example: '110101001', pattern: OFFICE.source })
  @Matches(OFFICE)
  office: string;
}

export class RowsQuery extends PageQuery {
  @OptionalOneOf(ROW_STATES)
  state?: RowState;
}

export class RefusedRowsQuery {
  @ApiPropertyOptional({ enum: ['csv', 'xlsx'], default: 'xlsx' })
  @Optional()
  @IsIn(['csv', 'xlsx'])
  format: 'csv' | 'xlsx' = 'xlsx';
}

export class UndoInput {
  @Words(1_000, '误将试填数据入库')
  reason: string;
}

export class TableUploadDto {
  /** An .xlsx workbook or a CSV file, in the form of the template. */
  @ApiProperty({ type: 'string', format: 'binary' })
  file: unknown;
}

export class BatchProgressDto {
  @ApiProperty({ example: 41_500 })
  done: number;

  @ApiProperty({ example: 100_000 })
  total: number;

  @ApiProperty({ example: 41 })
  percent: number;

  /** At the pace so far; null before anything is done. */
  @OrNull('number', 35)
  remainingSeconds: number | null;
}

export class BatchCountsDto {
  @ApiProperty({ example: 0 })
  PENDING: number;

  @ApiProperty({ example: 99_120 })
  GOOD: number;

  @ApiProperty({ example: 880 })
  REFUSED: number;

  @ApiProperty({ example: 0 })
  TAKEN: number;

  @ApiProperty({ example: 0 })
  UNDONE: number;
}

export class BatchSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'filings' })
  sheet: string;

  @ApiProperty({ example: '110101001' })
  office: string;

  @ApiProperty({ example: '备案组织.xlsx' })
  fileName: string;

  /** Of the bytes of the file. */
  @ApiProperty({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  sha256: string;

  @ApiProperty({ enum: ['XLSX', 'CSV'] })
  format: string;

  /** Of a CSV file: in which it was read. */
  @ApiProperty({ enum: ['UTF-8', 'GB18030'], nullable: true, type: String })
  encoding: string | null;

  /** Columns that the sheet does not have: they were left alone. */
  @ApiProperty({ type: [String] })
  unknownColumns: string[];

  @ApiProperty({ enum: STATES })
  state: BatchState;

  @ApiProperty({ example: 100_000 })
  rows: number;

  @ApiProperty({ format: 'date-time' })
  uploadedAt: string;

  @OrNull()
  undoReason: string | null;

  @ApiProperty({ example: 2 })
  version: number;
}

export class BatchDto extends BatchSummaryDto {
  /** Rows by what became of them. */
  @ApiProperty({ type: BatchCountsDto })
  counts: BatchCountsDto;

  @ApiProperty({ type: BatchProgressDto })
  progress: BatchProgressDto;

  /** What the caller may do with it now. */
  @ApiProperty({ type: [String], example: ['commit', 'discard'] })
  allowedActions: string[];
}

export class BatchPageDto extends PageOf(BatchSummaryDto) {}

export class RowRemarkDto {
  @OrNull('text', 'leaderIdNumber')
  column: string | null;

  @ApiProperty({ example: 'REQUIRED' })
  code: string;

  @ApiProperty({ example: '负责人证件号码：必填' })
  message: string;

  /** The row is taken all the same. */
  @ApiProperty({ example: false })
  warning: boolean;
}

export class ReportedRowDto {
  /** In the file; the header is line 1. */
  @ApiProperty({ example: 17 })
  line: number;

  @ApiProperty({ enum: ROW_STATES })
  state: RowState;

  @ApiProperty({ type: [RowRemarkDto] })
  remarks: RowRemarkDto[];
}

export class ReportedRowPageDto extends PageOf(ReportedRowDto) {}
