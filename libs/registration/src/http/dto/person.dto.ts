import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsRecordedDate, Nested, Optional, Trimmed } from '@app/platform';
import { ID_KINDS, type IdKind } from '@app/register';
import type { LeaderPost, Residency } from '../../domain/establishment.facts.js';

export const RESIDENCIES = [
  'MAINLAND',
  'HONG_KONG',
  'MACAO',
  'TAIWAN',
  'FOREIGN',
] as const satisfies readonly Residency[];
export const POSTS = [
  'CHAIR',
  'VICE_CHAIR',
  'SECRETARY_GENERAL',
  'PRINCIPAL',
  'OTHER',
] as const satisfies readonly LeaderPost[];

/** What a person declares of himself, signed in the papers. */
export class DeclarationsInput {
  /** 正在或者曾经受到剥夺政治权利的刑事处罚 */
  @ApiProperty({ example: false })
  @IsBoolean()
  deprivedOfPoliticalRights: boolean;

  /** 具有完全民事行为能力 */
  @ApiProperty({ example: true })
  @IsBoolean()
  fullCivilCapacity: boolean;

  /** Day on which a sentence of 管制, 拘役 or 有期徒刑 was served. */
  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsRecordedDate()
  sentenceServedOn?: string;

  @ApiPropertyOptional()
  @Optional()
  @IsBoolean()
  intentionalCrime?: boolean;

  /** Day on which an organization was revoked or banned for whose breach he answers. */
  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsRecordedDate()
  responsibleInRevokedOn?: string;

  /** 现职国家工作人员 */
  @ApiProperty({ example: false })
  @IsBoolean()
  servingStateOfficial: boolean;

  /** 社会团体 whose legal representative he is. */
  @ApiProperty({ type: [String], example: [] })
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  representsSocialGroups: string[];

  /** Other organizations whose legal representative he is. */
  @ApiProperty({ type: [String], example: [] })
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  representsOthers: string[];

  /** Months a year that a person from outside the mainland spends on it. */
  @ApiPropertyOptional({ example: 12 })
  @Optional()
  @IsInt()
  @Min(0)
  @Max(12)
  monthsOnMainland?: number;
}

export class PersonInput {
  @ApiProperty({ example: '张明' })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name: string;

  @ApiProperty({ enum: RESIDENCIES })
  @IsIn(RESIDENCIES)
  residency: Residency;

  @ApiProperty({ enum: ID_KINDS })
  @IsIn(ID_KINDS)
  idKind: IdKind;

  /** Stored encrypted; every answer shows it masked. */
  @ApiProperty({ example: '110101199003070038' })
  @IsString()
  @MaxLength(40)
  idNumber: string;

  /** Stored encrypted; every answer shows it masked. */
  @ApiPropertyOptional({ example: '13800000000' })
  @Optional()
  @IsString()
  @MaxLength(30)
  phone?: string;

  @ApiProperty({ type: DeclarationsInput })
  @Nested(() => DeclarationsInput)
  declarations: DeclarationsInput;
}

export class LeaderInput extends PersonInput {
  /** For a foundation CHAIR, VICE_CHAIR and SECRETARY_GENERAL are 理事长, 副理事长 and 秘书长. */
  @ApiProperty({ enum: POSTS })
  @IsIn(POSTS)
  post: LeaderPost;

  /** The post as the charter calls it. */
  @ApiProperty({ example: '会长' })
  @Trimmed()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  postTitle: string;

  @ApiProperty({ example: true })
  @IsBoolean()
  legalRepresentative: boolean;
}
