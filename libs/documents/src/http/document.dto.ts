import { ApiProperty } from '@nestjs/swagger';
import type { DocumentRecord } from '../application/document-record.js';
import { DOCUMENT_KIND_NAMES, type DocumentKind } from '../domain/document-kind.table.js';

/** What is known of an uploaded file. */
export class DocumentDto {
  @ApiProperty({ format: 'uuid', example: '6f0e1a52-3c55-4b0e-9a53-0d5b1c7a2f11' })
  id: string;

  @ApiProperty({ enum: DOCUMENT_KIND_NAMES, example: 'PDF', description: 'by the bytes of the file / 以文件内容为准' })
  kind: DocumentKind;

  @ApiProperty({ maxLength: 200, example: '章程草案.pdf' })
  fileName: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 52_428_800, example: 183_204, description: 'bytes / 字节数' })
  size: number;

  @ApiProperty({
    pattern: '^[0-9a-f]{64}$',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  sha256: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T02:30:00.000Z' })
  uploadedAt: string;
}

/** What others see of a document; not who uploaded it, nor where it lies. */
export function presentDocument(record: DocumentRecord): DocumentDto {
  const { id, kind, fileName, size, sha256, uploadedAt } = record;
  return { id, kind, fileName, size, sha256, uploadedAt: uploadedAt.toISOString() };
}

/** The multipart body of an upload. */
export class UploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'one file, at most 50 MB / 一个文件，不超过50MB' })
  file: unknown;
}
