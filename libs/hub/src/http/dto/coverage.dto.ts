import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import {
  DivisionCode,
  IsLegalDate,
  Optional,
  OptionalOneOf,
  OrNull,
  PageOf,
  PageQuery,
  Whole,
  Words,
} from '@app/platform';
import { DIMENSIONS, type Dimension } from '../../application/coverage/coverage.queries.js';
import { HubCandidateDto } from './assignment.dto.js';

import { AsOfQuery } from './party.dto.js';

const FORMATS = ['json', 'csv', 'xlsx'] as const;
const DIVISION = /^\d{6}(\d{3})?$/;

class DivisionOf {
  /** This division and all below. */
  @ApiPropertyOptional({ default: '110000', example: '110108' })
  @Optional()
  @Matches(DIVISION)
  division: string = '110000';
}

export class DivisionQuery extends IntersectionType(DivisionOf, AsOfQuery) {}

export class GapsQuery extends IntersectionType(PageQuery, DivisionOf) {}

class TableQuery extends DivisionOf {
  /** tier: of the registrar; category: class of direct registration; hub: primary hub. Absent: one figure. */
  @OptionalOneOf(DIMENSIONS)
  by?: Dimension;

  @ApiPropertyOptional({ enum: FORMATS, default: 'json' })
  @Optional()
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number] = 'json';
}

export class CoverageQuery extends IntersectionType(TableQuery, AsOfQuery) {}

export class CoverageSeriesQuery extends TableQuery {
  @ApiProperty({ format: 'date', example: '2026-01-01' })
  @IsLegalDate()
  from: string;

  @ApiProperty({ format: 'date', example: '2026-11-24' })
  @IsLegalDate()
  to: string;
}

export class CoverageRowDto {
  /** Value of the dimension; null where an organization has none. */
  @OrNull('text', 'CITY')
  key: string | null;

  /** Active organizations. */
  @ApiProperty({ example: 4_000 })
  active: number;

  /** Those of them whose primary hub stands. */
  @ApiProperty({ example: 3_900 })
  covered: number;

  /** In per cent, to two places. */
  @ApiProperty({ example: 97.5 })
  percent: number;
}

export class CoverageDto {
  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ example: '110000' })
  division: string;

  @OrNull('text', 'tier')
  by: string | null;

  @ApiProperty({ type: [CoverageRowDto] })
  rows: CoverageRowDto[];
}

export class CoveragePointDto extends CoverageRowDto {
  /** The end of a month, or the last day asked about. */
  @ApiProperty({ format: 'date' })
  asOf: string;
}

export class CoverageSeriesDto {
  @ApiProperty({ example: '110000' })
  division: string;

  @OrNull('text', 'tier')
  by: string | null;

  @ApiProperty({ type: [CoveragePointDto] })
  points: CoveragePointDto[];
}

export class GapProposalDto {
  @ApiProperty({ example: '17' })
  id: string;

  @ApiProperty({ type: [HubCandidateDto] })
  candidates: HubCandidateDto[];
}

export class GapDto {
  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @ApiProperty({ example: '北京市智能装备技术学会' })
  name: string;

  @ApiProperty({ example: 'SOCIAL_GROUP' })
  kind: string;

  @ApiProperty({ example: '110108' })
  division: string;

  /** The proposal that would close the gap; null: none waits. */
  @ApiProperty({ type: GapProposalDto, nullable: true })
  proposal: GapProposalDto | null;
}

export class GapPageDto extends PageOf(GapDto) {}

export class PopulationInput {
  @DivisionCode()
  division: string;

  @Whole(1949, 2100, 2025)
  year: number;

  /** Permanent residents (常住人口). */
  @Whole(1, 2_000_000_000, 1_000)
  residents: number;

  /** The publication that gives it. */
  @Words(300, '北京市国民经济和社会发展统计公报', 4)
  source: string;
}

export class PopulationDto extends PopulationInput {
  @ApiProperty({ format: 'date' })
  enteredOn: string;
}

export class PopulationListDto {
  @ApiProperty({ type: [PopulationDto] })
  items: PopulationDto[];
}

class IndicatorDto {
  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ example: '110000' })
  division: string;

  /** Of the plan (专栏1). */
  @ApiProperty({ example: 25 })
  target: number;
}

export class Indicator14Dto extends IndicatorDto {
  /** Active legal persons. */
  @ApiProperty({ example: 4_000 })
  registered: number;

  /** Active filed groups. */
  @ApiProperty({ example: 0 })
  filed: number;

  /** The newest figure up to that year; null: none was entered, and nothing is reckoned. */
  @ApiProperty({ type: PopulationDto, nullable: true })
  population: PopulationDto | null;

  @OrNull('number')
  registeredPerTenThousand: number | null;

  @OrNull('number')
  allPerTenThousand: number | null;
}

export class Indicator26Dto extends IndicatorDto {
  /** Hubs that stood. */
  @ApiProperty({ example: 36 })
  hubs: number;

  @ApiProperty({ example: 30 })
  reported: number;

  @ApiProperty({ example: 28 })
  established: number;

  @OrNull('number')
  percent: number | null;

  /** As the hubs say themselves; the plan's review left the definition open. */
  @ApiProperty({ enum: ['SELF_REPORTED_DEFINITION_PENDING'] })
  status: string;
}
