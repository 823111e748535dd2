import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsRecordedDate, PageOf, Optional, Trimmed } from '@app/platform';
import type { AddresseeType, Opinion } from '../../application/consultations.js';

export class ConsultationInput {
  /** HUB a hub, ORGAN a department, DIVISION a street or township office. */
  @ApiProperty({ enum: ['DIVISION', 'HUB', 'ORGAN'] })
  @IsIn(['DIVISION', 'HUB', 'ORGAN'])
  addresseeType: AddresseeType;

  /** Code of the hub, organ or division. */
  @ApiProperty({ example: 'HUB-1-04' })
  @Matches(/^[A-Z0-9_-]{2,40}$/)
  addressee: string;

  @ApiProperty({ example: '请就该学会的业务范围是否属于贵会领域提出意见' })
  @Trimmed()
  @IsString()
  @MinLength(4)
  @MaxLength(2_000)
  question: string;

  /** Last day for the answer; absent: ten working days. */
  @ApiPropertyOptional({ format: 'date', example: '2026-12-08' })
  @Optional()
  @IsRecordedDate()
  dueOn?: string;
}

export class AnswerInput {
  @ApiProperty({ enum: ['AGREE', 'DISAGREE', 'NO_OPINION'] })
  @IsIn(['AGREE', 'DISAGREE', 'NO_OPINION'])
  opinion: Opinion;

  @ApiProperty({ example: '属于本会联系服务领域，同意' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(4_000)
  answer: string;
}

export class ConsultationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  caseId: string;

  @ApiProperty({ example: '北京市智能装备技术学会' })
  caseTitle: string;

  @ApiProperty({ enum: ['DIVISION', 'HUB', 'ORGAN'] })
  addresseeType: AddresseeType;

  @ApiProperty({ example: 'HUB-1-04' })
  addressee: string;

  @ApiProperty()
  question: string;

  @ApiProperty({ format: 'date' })
  askedOn: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ enum: ['OPEN', 'ANSWERED', 'CLOSED'] })
  state: string;

  @ApiProperty({ enum: ['AGREE', 'DISAGREE', 'NO_OPINION'], nullable: true, type: String })
  opinion: Opinion | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  answeredOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class ConsultationPageDto extends PageOf(ConsultationDto) {}

export class ConsultationListDto {
  @ApiProperty({ type: [ConsultationDto] })
  items: ConsultationDto[];
}
