import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, IsBoolean } from 'class-validator';
import { Day, IsLegalDate, NestedEach, OneOf, Optional, OptionalWords, OrNull, Whole } from '@app/platform';
import { PARTY_FORMS, type PartyForm } from '../../application/desk/party-building.js';
import { CreditCode } from './fields.js';

export class AsOfQuery {
  /** Absent: today. */
  @ApiPropertyOptional({ format: 'date', example: '2026-11-24' })
  @Optional()
  @IsLegalDate()
  asOf?: string;
}

export class MemberPartyInput {
  @CreditCode()
  creditCode: string;

  /** INDEPENDENT 单独建立, JOINT 联合建立, COVERED 工作覆盖, NONE 未覆盖. */
  @OneOf(PARTY_FORMS)
  form: PartyForm;

  @Whole(0, 1_000_000, 12)
  partyMembers: number;

  @Day()
  asOf: string;
}

export class PartyReportInput {
  @ApiProperty({ type: [MemberPartyInput] })
  @NestedEach(() => MemberPartyInput, { max: 1_000 })
  @ArrayMinSize(1)
  members: MemberPartyInput[];
}

export class JointPartyInput {
  @ApiProperty({ example: true })
  @IsBoolean()
  established: boolean;

  @OptionalWords(200, '北京市科学技术协会社会组织联合党委')
  name?: string;

  @Day()
  asOf: string;
}

export class JointPartyDto {
  @ApiProperty()
  established: boolean;

  @OrNull()
  name: string | null;

  @ApiProperty({ format: 'date' })
  asOf: string;
}

/** Party building in the members of a hub, as it reports it. */
export class PartyFiguresDto {
  @ApiProperty({ example: 120 })
  members: number;

  /** Members of which anything was reported; the others count as not covered. */
  @ApiProperty({ example: 110 })
  reported: number;

  @ApiProperty({ example: 40 })
  independent: number;

  @ApiProperty({ example: 50 })
  joint: number;

  @ApiProperty({ example: 15 })
  covered: number;

  @ApiProperty({ example: 5 })
  none: number;

  @ApiProperty({ example: 600 })
  partyMembers: number;

  /** Of the hub itself; null: nothing was reported. */
  @ApiProperty({ type: JointPartyDto, nullable: true })
  jointOrganization: JointPartyDto | null;
}

export class PartyCoverageDto extends PartyFiguresDto {
  @ApiProperty({ example: 'HUB-1-04' })
  hub: string;

  @ApiProperty({ format: 'date' })
  asOf: string;
}
