import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Bilingual } from '@app/kernel';
import type { CaseFile } from '../../domain/file/file-index.js';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** One part of a case file. */
export class CaseFilePartDto {
  /** From 901 on: what came after the seal. */
  @ApiProperty({ example: 2 })
  number: number;

  /** Names the part within its case for good; the hash of the index is over it, not over the name. */
  @ApiProperty({ example: 'submission-1' })
  key: string;

  /** As it is called in the ZIP. */
  @ApiProperty({ example: '002-submission-1.json' })
  name: string;

  @ApiProperty({ example: '第1次提交的申请' })
  title: string;

  @ApiProperty({ example: 'application/json' })
  mediaType: string;

  @ApiProperty({ example: 2048 })
  bytes: number;

  @ApiProperty({ example: HASH })
  sha256: string;

  /** Whether the seal covers it. */
  @ApiProperty({ example: true })
  sealed: boolean;

  /** False where it is not what was sealed, or is missing from the ZIP. */
  @ApiProperty({ example: true })
  intact: boolean;

  /** Only of a part that is not intact: the hash of what was sealed. */
  @ApiPropertyOptional({ example: HASH })
  sealedSha256?: string;
}

/** What a case file holds. */
export class CaseFileIndexDto {
  @ApiProperty({ format: 'uuid' })
  caseId: string;

  /** The day on which it was sealed, shortly after the end of the case; null until then. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-12-08' })
  sealedOn: string | null;

  /** SHA-256 over the sealed parts; while nothing is sealed, over all. */
  @ApiProperty({ example: HASH })
  indexHash: string;

  /** False where anything is not what was sealed. */
  @ApiProperty({ example: true })
  intact: boolean;

  @ApiProperty({ type: [CaseFilePartDto] })
  parts: CaseFilePartDto[];
}

export function presentIndex({ record, parts, ...file }: CaseFile, language: keyof Bilingual): CaseFileIndexDto {
  const { sealedOn, indexHash, intact } = file;
  return {
    caseId: record.id,
    sealedOn,
    indexHash,
    intact,
    parts: parts.map(({ text: _, documentId: _id, title, ...part }) => ({ ...part, title: title[language] })),
  };
}
