import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { DivisionCode, Optional, OptionalOneOf, OrNull, PageOf, PageQuery, Words } from '@app/platform';
import { CreditCode, HubCode, HubCodes, OptionalCreditCode, OptionalHubCode } from './fields.js';

const STATES = ['PROPOSED', 'CONFIRMED', 'CHANGED', 'DECLINED', 'SUPERSEDED'] as const;

export class ProposalsQuery extends PageQuery {
  @OptionalOneOf(STATES)
  state?: (typeof STATES)[number];

  /** Those that name this hub, first or not. */
  @OptionalHubCode()
  hub?: string;

  @OptionalCreditCode()
  creditCode?: string;
}

/** Why a hub is proposed: a word, where it stands, and what it says. */
export class HubReasonDto {
  @ApiProperty({ enum: ['NAME', 'SCOPE', 'FORMER_SUPERVISOR', 'KIND', 'DIVISION'] })
  where: string;

  @ApiProperty({ example: '律师' })
  word: string;

  /** Place of its first character in that text, from 0. */
  @ApiProperty({ example: 3 })
  at: number;

  @ApiProperty({ example: 9.6 })
  weight: number;
}

export class HubCandidateDto {
  @ApiProperty({ example: 'HUB-2-08' })
  hub: string;

  @ApiProperty({ example: 14.5 })
  score: number;

  @ApiProperty({ type: [HubReasonDto] })
  reasons: HubReasonDto[];
}

export class HubProposalDto {
  @ApiProperty({ example: '17' })
  id: string;

  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @ApiProperty({ example: '北京市律师协会' })
  name: string;

  @ApiProperty({ example: '110000' })
  division: string;

  /** The number of the entry that left the organization as it was looked at. */
  @ApiProperty({ example: 1 })
  entryNumber: number;

  @ApiProperty({
    example: 'HUB-VOCABULARY-1',
    description: 'the same version gives the same proposals at any later time',
  })
  vocabulary: string;

  @ApiProperty({ enum: ['REGISTRATION', 'RUN', 'REQUEST', 'HUB_WITHDRAWN', 'HUB_DECLINED'] })
  cause: string;

  @ApiProperty({ format: 'date' })
  proposedOn: string;

  /** At most three, the best first. */
  @ApiProperty({ type: [HubCandidateDto] })
  candidates: HubCandidateDto[];

  @ApiProperty({ enum: STATES })
  state: string;

  @OrNull('text', 'HUB-2-08')
  chosen: string | null;

  /** The hub that answered; null: an officer of the registrar. */
  @OrNull()
  answeredFor: string | null;

  @OrNull()
  reason: string | null;

  @OrNull('day')
  decidedOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class HubProposalPageDto extends PageOf(HubProposalDto) {}

export class ConfirmProposalInput {
  /** Hubs that it is linked to besides. */
  @HubCodes()
  related: string[] = [];
}

export class ChangeProposalInput extends ConfirmProposalInput {
  @HubCode()
  hub: string;

  @Words(1_000, '主要服务对象为残疾人')
  reason: string;
}

export class DeclineProposalInput {
  @Words(1_000, '不属于本枢纽联系服务领域')
  reason: string;
}

export class ProposeInput {
  @CreditCode()
  creditCode: string;
}

export class ProposalRunInput {
  /** All whose registrar lies in this division. */
  @DivisionCode()
  division: string;

  /** Also those that have a hub. */
  @ApiPropertyOptional({ default: false })
  @Optional()
  @IsBoolean()
  all: boolean = false;
}

export class HubJobDto {
  /** Its state and progress: GET /jobs/{id}. */
  @ApiProperty({ example: '42' })
  jobId: string;
}

export class AssignmentInput {
  @CreditCode()
  creditCode: string;

  /** The primary hub from today on; absent: as it is. */
  @OptionalHubCode()
  hub?: string;

  /** Takes the primary hub away. */
  @ApiPropertyOptional({ default: false })
  @Optional()
  @IsBoolean()
  release: boolean = false;

  /** Hubs that it is linked to besides, from today on. */
  @HubCodes()
  related: string[] = [];

  /** Links that end today. */
  @HubCodes()
  unrelated: string[] = [];

  @Words(1_000, '业务领域变更')
  reason: string;
}

export class HubPeriodDto {
  @ApiProperty({ enum: ['PRIMARY', 'RELATED'] })
  relation: string;

  @ApiProperty({ example: 'HUB-2-05' })
  hub: string;

  @ApiProperty({ format: 'date' })
  from: string;

  /** The last day; null: still. */
  @OrNull('day')
  until: string | null;
}

export class OrganizationHubsDto {
  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @OrNull('text', 'HUB-2-05')
  primary: string | null;

  @ApiProperty({ type: [String] })
  related: string[];

  /** Every hub that it belonged to, from which day to which. */
  @ApiProperty({ type: [HubPeriodDto] })
  history: HubPeriodDto[];
}
