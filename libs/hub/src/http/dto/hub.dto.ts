import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { TIERS, type Tier } from '@app/register';
import { IsLegalDate, Optional, OrNull, PageOf, PageQuery } from '@app/platform';

export class HubsQuery extends PageQuery {
  /** How many hubs to give, 1 to 100; all city hubs go into one page. */
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 100 })
  override limit: number = 100;

  @ApiPropertyOptional({ example: 1, minimum: 1, maximum: 100 })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  batch?: number;

  @ApiPropertyOptional({ enum: TIERS })
  @Optional()
  @IsIn(TIERS)
  tier?: Tier;
}

export class HubDto {
  @ApiProperty({ example: 'HUB-1-08' })
  code: string;

  @ApiProperty({ type: Number, nullable: true, example: 1 })
  batch: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 8 })
  orderInBatch: number | null;

  @ApiProperty({ example: '北京市社会科学界联合会' })
  name: string;

  /** As the document that recognized it prints the name, misprints included. */
  @ApiProperty({ example: '北京市社会科学届联合会' })
  namePrinted: string;

  @ApiProperty({ enum: TIERS })
  tier: Tier;

  @ApiProperty({ example: '110000' })
  division: string;

  /** Code of the hub above it. */
  @ApiProperty({ type: String, nullable: true })
  parent: string | null;

  @ApiProperty({ enum: ['RECOGNIZED', 'WARNED', 'WITHDRAWN'] })
  standing: string;

  @ApiProperty({ example: '北京市社会建设工作领导小组' })
  recognizedBy: string;

  /** Null where no source gives the day. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  recognizedOn: string | null;
}

export class HubListDto extends PageOf(HubDto) {}

/** A hub as its public page shows it. */
export class HubPageDto extends HubDto {
  /** Credit code, where it is an organization of this register. */
  @OrNull()
  organization: string | null;

  @OrNull('day')
  parentSince: string | null;

  @OrNull()
  documentNumber: string | null;

  @OrNull('day')
  warnedOn: string | null;

  @OrNull('day')
  withdrawnOn: string | null;

  /** Codes of the hubs right below it. */
  @ApiProperty({ type: [String] })
  below: string[];

  /** Active organizations that belong to it first of all. */
  @ApiProperty({ example: 120 })
  members: number;

  /** The day whose state this is. */
  @ApiProperty({ format: 'date' })
  asOf: string;
}

export class HubMemberDto {
  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @ApiProperty({ example: '北京市智能装备技术学会' })
  name: string;

  @ApiProperty({ example: 'SOCIAL_GROUP' })
  kind: string;

  @ApiProperty({ example: '110108' })
  division: string;

  @ApiProperty({ enum: ['PRIMARY', 'RELATED'] })
  relation: string;
}

export class HubMemberPageDto extends PageOf(HubMemberDto) {}

export class HubPageQuery {
  /** As the register has it for that day; absent: today. */
  @ApiPropertyOptional({ format: 'date', example: '2026-11-24' })
  @Optional()
  @IsLegalDate()
  asOf?: string;
}
