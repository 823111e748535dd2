import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsInstant, IsLegalDate, Optional, PageOf } from '@app/platform';
import { ORGANIZATION_PUBLICATION } from '@app/register';
import { PublicPersonDto } from './public-organization.dto.js';

const ITEMS = Object.keys(ORGANIZATION_PUBLICATION);

/** What an item can say: a text, a number, a yes or no, a person, or several persons. */
const VALUES = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
  { $ref: getSchemaPath(PublicPersonDto) },
  { type: 'array', items: { $ref: getSchemaPath(PublicPersonDto) } },
];

export class ItemHistoryQuery {
  /** One registered item; absent: all of them. */
  @ApiPropertyOptional({ enum: ITEMS })
  @Optional()
  @IsIn(ITEMS)
  field?: string;

  /** Only what had been recorded by this instant. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Optional()
  @IsInstant()
  knownAt?: string;
}

export class ItemValueDto {
  /** First day on which it stood. */
  @ApiProperty({ format: 'date', example: '2016-03-01' })
  from: string;

  /** Last day on which it stood; null: it still stands. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  until: string | null;

  @ApiProperty({ oneOf: VALUES, example: '北京数字健康研究会' })
  value: unknown;

  /** The number of the entry that set it. */
  @ApiProperty({ example: 1 })
  entry: number;

  /** The number of the entry that corrected that one and says the value. */
  @ApiProperty({ type: Number, nullable: true, example: null })
  correctedBy: number | null;

  /** When the value was recorded. */
  @ApiProperty({ format: 'date-time' })
  recordedAt: string;
}

export class ItemHistoryDto {
  @ApiProperty({ enum: ITEMS, example: 'name' })
  field: string;

  /** By legal date; a time without a value is a gap. */
  @ApiProperty({ type: [ItemValueDto] })
  values: ItemValueDto[];
}

export class ItemHistoriesDto extends PageOf(ItemHistoryDto) {}

export class DifferenceQuery {
  /** The earlier day; absent: today. */
  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsLegalDate()
  from?: string;

  /** The later day; absent: today. */
  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsLegalDate()
  to?: string;

  /** Of the earlier day, only what had been recorded by this instant. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Optional()
  @IsInstant()
  fromKnownAt?: string;

  /** Of the later day, only what had been recorded by this instant. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Optional()
  @IsInstant()
  toKnownAt?: string;
}

export class MomentDto {
  @ApiProperty({ format: 'date', example: '2026-11-24' })
  asOf: string;

  /** Null: everything that is known now. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  knownAt: string | null;
}

export class FieldDifferenceDto {
  @ApiProperty({ enum: ITEMS, example: 'name' })
  field: string;

  /** Null: it said nothing. */
  @ApiProperty({ oneOf: [...VALUES, { type: 'null' }], example: '北京数字健康学会' })
  before: unknown;

  @ApiProperty({ oneOf: [...VALUES, { type: 'null' }], example: '北京数字健康研究会' })
  after: unknown;
}

export class DifferenceDto {
  @ApiProperty({ type: MomentDto })
  from: MomentDto;

  @ApiProperty({ type: MomentDto })
  to: MomentDto;

  /** The public items that differ; persons by name and post. */
  @ApiProperty({ type: [FieldDifferenceDto] })
  items: FieldDifferenceDto[];
}
