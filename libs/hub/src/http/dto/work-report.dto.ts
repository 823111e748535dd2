import { ApiProperty } from '@nestjs/swagger';
import { OptionalWords, OrNull, PageOf, Whole, Words } from '@app/platform';

import { PartyFiguresDto } from './party.dto.js';

const STATES = ['DRAFT', 'SIGNED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'PUBLISHED'] as const;
const MAX = 20_000;

export class NewWorkReportInput {
  @Whole(2000, 2100, 2026)
  year: number;
}

/** The parts of a work report; what is left out stays as it is. */
export class ReportTextsInput {
  @OptionalWords(MAX, '全年工作概述')
  summary?: string;

  @OptionalWords(MAX, '开展的主要活动')
  activities?: string;

  @OptionalWords(MAX, '党建工作情况')
  partyBuilding?: string;

  @OptionalWords(MAX, '经费收支情况')
  funds?: string;

  @OptionalWords(MAX, '成员组织的风险情况')
  risks?: string;

  @OptionalWords(MAX, '下一年度计划')
  plan?: string;
}

export class ReportReturnInput {
  @Words(2_000, '请补充经费收支情况')
  answer: string;
}

export class ReportAcceptInput {
  @OptionalWords(2_000, '已收悉')
  answer?: string;
}

const COUNTS = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class ReportFiguresDto {
  @ApiProperty({ example: 2026 })
  year: number;

  /** The last day that is counted. */
  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ example: 120 })
  members: number;

  @ApiProperty({ ...COUNTS, example: { SOCIAL_GROUP: 100, FOUNDATION: 20 } })
  membersByKind: Record<string, number>;

  @ApiProperty({ example: 8 })
  joined: number;

  @ApiProperty({ example: 2 })
  left: number;

  @ApiProperty({ ...COUNTS, example: { TRAINING: 4 } })
  servicesByKind: Record<string, number>;

  @ApiProperty({ example: 160 })
  participations: number;

  @ApiProperty({ example: 12 })
  requests: number;

  @ApiProperty({ example: 10 })
  requestsFulfilled: number;

  @ApiProperty({ example: 6 })
  messages: number;

  @ApiProperty({ example: 15 })
  guidanceNotes: number;

  @ApiProperty({ example: 3 })
  consultationsAnswered: number;

  @ApiProperty({ example: 0 })
  membersSuspended: number;

  @ApiProperty({ example: 1 })
  membersRestricted: number;

  @ApiProperty({ type: PartyFiguresDto })
  party: PartyFiguresDto;
}

/** A work report as the public sees it. */
export class PublicWorkReportDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'HUB-1-04' })
  hub: string;

  @ApiProperty({ example: 2026 })
  year: number;

  @ApiProperty({ type: ReportFiguresDto })
  figures: ReportFiguresDto;

  @ApiProperty({ type: ReportTextsInput })
  texts: ReportTextsInput;

  /** SHA-256 over the canonical JSON of `figures` and `texts` as they were signed. */
  @OrNull()
  contentHash: string | null;

  @OrNull('day')
  publishedOn: string | null;
}

export class PublicWorkReportPageDto extends PageOf(PublicWorkReportDto) {}

export class WorkReportDto extends PublicWorkReportDto {
  @ApiProperty({ enum: STATES })
  state: string;

  @ApiProperty({ type: [String], example: ['write', 'sign'] })
  allowedActions: string[];

  @ApiProperty({ format: 'date' })
  assembledOn: string;

  @OrNull('day')
  signedOn: string | null;

  @OrNull('day')
  submittedOn: string | null;

  /** The hub above it; null: the leading group. */
  @OrNull()
  submittedTo: string | null;

  @OrNull()
  answer: string | null;

  @OrNull('day')
  answeredOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class WorkReportPageDto extends PageOf(WorkReportDto) {}
