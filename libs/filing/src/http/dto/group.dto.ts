import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { CitationDto, IsLegalDate, Optional, OptionalOneOf, OrNull, PageOf, PageQuery } from '@app/platform';
import {
  FILED_STATUSES,
  FILING_ENDS,
  FILING_ROUTES,
  GROUP_KINDS,
  type FiledStatus,
  type FilingRoute,
  type GroupKind,
} from '@app/register';
import { FilingTitleDto, StandingNoteDto } from './filing.dto.js';
import { OfflineContactInput, OnlineInput } from './filing-input.dto.js';

const READINESS = ['READY', 'NEARLY', 'NOT_YET'] as const;
const DIVISION = /^[1-9]\d{5}(\d{3})?$/;

export class GroupQuery extends PageQuery {
  /** Part of the name. */
  @ApiPropertyOptional({ maxLength: 100 })
  @Optional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @OptionalOneOf(FILED_STATUSES)
  status?: FiledStatus;

  @OptionalOneOf(FILING_ROUTES)
  route?: FilingRoute;

  @OptionalOneOf(GROUP_KINDS)
  groupKind?: GroupKind;

  /** A street or township, or a district. */
  @ApiPropertyOptional({ example: '110101001' })
  @Optional()
  @Matches(DIVISION)
  division?: string;

  /** How far they are from what they could register as: READY lacks nothing. */
  @OptionalOneOf(READINESS)
  readiness?: (typeof READINESS)[number];

  /** Filings to be renewed before this day. */
  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsLegalDate()
  dueBefore?: string;
}

/** What a list says of a group, and its file too. */
class GroupHeadDto extends StandingNoteDto {
  @ApiProperty({ example: 'B11010100126000001' })
  filingNumber: string;

  @ApiProperty({ example: '东华门街道晨光合唱队' })
  name: string;

  @ApiProperty({ enum: FILING_ROUTES })
  route: FilingRoute;

  @ApiProperty({ enum: GROUP_KINDS })
  groupKind: GroupKind;

  @ApiProperty({ enum: FILED_STATUSES })
  status: FiledStatus;

  @ApiProperty({ example: '110101001' })
  office: string;

  @ApiProperty({ example: '110101001' })
  division: string;

  @ApiProperty({ format: 'date' })
  filedOn: string;

  @ApiProperty({ format: 'date' })
  reviewOn: string;

  @OrNull('text', 'HUB-1-04')
  primaryHub: string | null;

  @ApiProperty({ example: 18 })
  memberCount: number;
}

export class GroupSummaryDto extends GroupHeadDto {
  @ApiProperty({ enum: READINESS })
  readiness: string;
}

export class GroupPageDto extends PageOf(GroupSummaryDto) {}

export class PromotionConditionDto {
  @ApiProperty({ enum: ['members', 'funds', 'premises', 'staff'] })
  condition: string;

  @ApiProperty({ type: FilingTitleDto })
  title: FilingTitleDto;

  /** What the law asks for; premises count 1. */
  @ApiProperty({ example: 50 })
  least: number;

  @ApiProperty({ example: 18 })
  has: number;

  @ApiProperty({ example: false })
  met: boolean;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;
}

/** How far a group is from one kind of legal person. */
export class PromotionMeasureDto {
  @ApiProperty({ enum: ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION'] })
  kind: string;

  @ApiProperty({ enum: READINESS })
  readiness: string;

  @ApiProperty({ type: [PromotionConditionDto] })
  conditions: PromotionConditionDto[];

  @ApiProperty({ type: [PromotionConditionDto] })
  missing: PromotionConditionDto[];
}

export class GroupEndingDto {
  @ApiProperty({ format: 'date' })
  on: string;

  @ApiProperty({ enum: FILING_ENDS })
  cause: string;

  /** The group or organization that goes on in its place. */
  @ApiProperty({ type: [String] })
  successors: string[];
}

/** How a group is reached: to its office and to itself. */
export class GroupContactDto {
  @ApiProperty({ example: '*********00' })
  leaderPhone: string;

  @ApiProperty({ example: '东华门街道文化活动中心' })
  meetingPlace: string;

  @ApiProperty()
  ruleSheet: string;

  @ApiProperty({ type: OfflineContactInput, nullable: true })
  offlineContact: OfflineContactInput | null;
}

export class GroupDto extends GroupHeadDto {
  @ApiProperty()
  purpose: string;

  @ApiProperty()
  activities: string;

  @ApiProperty({ example: 2_000 })
  funds: number;

  @ApiProperty()
  fundsSource: string;

  @ApiProperty()
  hasPremises: boolean;

  @ApiProperty()
  fullTimeStaff: number;

  @ApiProperty({ type: OnlineInput, nullable: true })
  online: OnlineInput | null;

  @ApiProperty({ type: GroupContactDto, nullable: true })
  contact: GroupContactDto | null;

  /** Filing numbers that were merged into it. */
  @ApiProperty({ type: [String] })
  predecessors: string[];

  @ApiProperty({ type: GroupEndingDto, nullable: true })
  ending: GroupEndingDto | null;

  /** What it lacks to be registered, the nearest kind first. */
  @ApiProperty({ type: [PromotionMeasureDto] })
  promotion: PromotionMeasureDto[];
}
