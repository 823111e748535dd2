import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import {
  CitationDto,
  IsLegalDate,
  OneOf,
  Optional,
  OptionalOneOf,
  OrNull,
  PageOf,
  PageQuery,
  Words,
} from '@app/platform';
import {
  FILED_STATUSES,
  FILING_ENDS,
  FILING_ROUTES,
  GROUP_KINDS,
  type FiledStatus,
  type FilingRoute,
  type GroupKind,
} from '@app/register';
import { FIGURE_DIMENSIONS, type FigureDimension } from '../../application/filing-figures.queries.js';
import { FilingTitleDto, StandingNoteDto } from './filing.dto.js';
import { OfflineContactInput, OnlineInput } from './filing-input.dto.js';

const READINESS = ['READY', 'NEARLY', 'NOT_YET'] as const;
const DUPLICATE_STATES = ['OPEN', 'DIFFERENT', 'SAME', 'MERGED', 'SETTLED'] as const;
const SIGNS = ['SAME_ONLINE_GROUP', 'SAME_NAME', 'SIMILAR_NAME', 'SAME_LEADER'] as const;
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

export class GroupSummaryDto extends StandingNoteDto {
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

export class GroupDto extends StandingNoteDto {
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

  @ApiProperty()
  purpose: string;

  @ApiProperty()
  activities: string;

  @ApiProperty({ example: 18 })
  memberCount: number;

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

export class FiguresQuery {
  @ApiProperty({ example: '110101' })
  @Matches(DIVISION)
  division: string;

  @ApiProperty({ format: 'date', example: '2026-01-01' })
  @IsLegalDate()
  from: string;

  @ApiProperty({ format: 'date', example: '2026-12-31' })
  @IsLegalDate()
  to: string;

  @OneOf(FIGURE_DIMENSIONS)
  by: FigureDimension;
}

export class FilingFigureDto {
  /** The division, hub, kind, route or month; empty: without a hub. */
  @ApiProperty({ example: '110101001' })
  key: string;

  @ApiProperty({ example: 12 })
  filed: number;

  @ApiProperty({ example: 3 })
  renewed: number;

  @ApiProperty({ example: 1 })
  lapsed: number;

  @ApiProperty({ example: 1 })
  cancelled: number;

  @ApiProperty({ example: 1 })
  promoted: number;
}

export class FilingFiguresDto {
  @ApiProperty({ type: [FilingFigureDto] })
  items: FilingFigureDto[];
}

export class DuplicateQuery extends PageQuery {
  @OptionalOneOf(DUPLICATE_STATES)
  state?: (typeof DUPLICATE_STATES)[number];
}

export class ComparedGroupDto {
  @ApiProperty({ example: 'B11010100126000001' })
  filingNumber: string;

  @ApiProperty({ example: '东华门街道晨光合唱队' })
  name: string;

  @ApiProperty({ enum: FILING_ROUTES })
  route: string;

  @ApiProperty({ example: '110101001' })
  office: string;

  @ApiProperty({ example: '110101001' })
  division: string;

  @ApiProperty({ enum: FILED_STATUSES })
  status: string;

  @ApiProperty({ format: 'date' })
  filedOn: string;

  @ApiProperty({ example: 18 })
  memberCount: number;
}

/** Two filings that may be of one group, side by side. */
export class DuplicateDto {
  @ApiProperty({ example: '7' })
  id: string;

  @ApiProperty({ type: ComparedGroupDto })
  first: ComparedGroupDto;

  @ApiProperty({ type: ComparedGroupDto })
  second: ComparedGroupDto;

  @ApiProperty({ enum: SIGNS, isArray: true })
  signs: string[];

  @ApiProperty({ format: 'date' })
  foundOn: string;

  /** SETTLED: one of the two ended before anybody decided. */
  @ApiProperty({ enum: DUPLICATE_STATES })
  state: string;

  @OrNull('text', 'B11010100126000001')
  keptNumber: string | null;

  @OrNull()
  reason: string | null;

  @OrNull('day')
  decidedOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class DuplicatePageDto extends PageOf(DuplicateDto) {}

export class DuplicateDecisionInput {
  /** DIFFERENT: both stand. SAME: the other was filed a second time. MERGE: the other goes into the one that stays. */
  @OneOf(['DIFFERENT', 'SAME', 'MERGE'])
  decision: 'DIFFERENT' | 'SAME' | 'MERGE';

  /** The filing number of the one that stays; not with DIFFERENT. */
  @ApiPropertyOptional({ example: 'B11010100126000001' })
  @Optional()
  @Matches(/^B\d{17}$/)
  keep?: string;

  @Words(2_000, '同一负责人、同一批成员，先后在街道和枢纽备案')
  reason: string;
}
