import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Optional, OptionalOneOf, OrNull, PageOf, PageQuery } from '@app/platform';
import { RECORDED_KINDS, RECORDED_STATUSES, type RecordedStatus } from '@app/register';

const RELATIONS = ['PRIMARY', 'RELATED'] as const;

export class MembersQuery extends PageQuery {
  @OptionalOneOf(RELATIONS)
  relation?: (typeof RELATIONS)[number];

  @OptionalOneOf(RECORDED_STATUSES)
  status?: RecordedStatus;

  /** Part of the name. */
  @ApiPropertyOptional({ maxLength: 100 })
  @Optional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class MemberRestrictionDto {
  @ApiProperty({ enum: ['BAR', 'WARN'] })
  effect: string;

  @ApiProperty({ type: [String], example: ['permission.approve'] })
  actions: string[];

  @ApiProperty({ format: 'date' })
  from: string;

  @OrNull('day')
  until: string | null;
}

export class MemberDeadlineDto {
  @ApiProperty({ enum: ['TERM_ENDS', 'SUSPENSION_ENDS', 'CASE_DUE'] })
  kind: string;

  @ApiProperty({ format: 'date' })
  on: string;
}

export class MemberDto {
  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @ApiProperty({ example: '北京市智能装备技术学会' })
  name: string;

  @ApiProperty({ enum: RECORDED_KINDS })
  kind: string;

  @ApiProperty({ enum: RECORDED_STATUSES })
  status: string;

  @ApiProperty({ enum: ['REGISTERED', 'FILED'] })
  standing: string;

  @ApiProperty({ example: '110108' })
  division: string;

  @ApiProperty({ format: 'date' })
  foundedOn: string;

  @ApiProperty({ enum: RELATIONS })
  relation: string;

  /** What stands against it in the register now. */
  @ApiProperty({ type: [MemberRestrictionDto] })
  restrictions: MemberRestrictionDto[];

  /** What ends or falls due, the nearest first. */
  @ApiProperty({ type: [MemberDeadlineDto] })
  deadlines: MemberDeadlineDto[];
}

export class MemberPageDto extends PageOf(MemberDto) {}

export class DeskDto {
  @ApiProperty({ example: 'HUB-1-04' })
  hub: string;

  @ApiProperty({ example: '北京市科学技术协会' })
  name: string;

  @ApiProperty({ enum: ['RECOGNIZED', 'WARNED', 'WITHDRAWN'] })
  standing: string;

  /** Codes of the hubs above it, nearest first, and of those right below it. */
  @ApiProperty({ type: [String] })
  above: string[];

  @ApiProperty({ type: [String] })
  below: string[];

  @ApiProperty({ example: 120 })
  members: number;

  @ApiProperty({ example: 3 })
  openProposals: number;

  @ApiProperty({ example: 1 })
  openMemberships: number;

  @ApiProperty({ example: 2 })
  openRequests: number;

  @ApiProperty({ example: 0 })
  openConsultations: number;

  /** The year of the report that is due next, and its last day. */
  @ApiProperty({ example: 2025 })
  reportYear: number;

  @ApiProperty({ format: 'date', example: '2026-03-31' })
  reportDueOn: string;

  @OrNull('text', 'DRAFT')
  reportState: string | null;
}
