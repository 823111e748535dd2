import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { ClockDto, StepDto } from '@app/casework';
import {
  Day,
  DivisionCode,
  NestedEach,
  OneOf,
  Optional,
  OptionalWords,
  OrNull,
  PageOf,
  Papers,
  Words,
} from '@app/platform';
import { TIERS, type Tier } from '@app/register';
import { MEASURES, type MeasureType } from '../../domain/governance/nomination.js';
import { CONDITIONS, type Condition } from '../../domain/governance/recognition.table.js';
import { HubCode, OptionalCreditCode, OptionalHubCode } from './fields.js';

/** A text in the two languages of the product. */
export class HubTitleDto {
  @ApiProperty({ example: '已推荐，待审核' })
  zh: string;

  @ApiProperty({ example: 'nominated' })
  en: string;
}

export class NominationInput {
  @Words(100, '北京市海淀区体育总会', 4)
  name: string;

  @OneOf(TIERS)
  tier: Tier;

  /** Of the city, district or street (nine digits) that it is to be a hub of. */
  @DivisionCode()
  division: string;

  /** Code of the hub above it; a city hub has none. */
  @OptionalHubCode()
  parent?: string;

  /** Where it is an organization of this register. */
  @OptionalCreditCode()
  organization?: string;

  /** The field that it links, serves and manages. */
  @Words(500, '体育健身类社会组织')
  field: string;

  @Words(4_000, '联系本区体育类社会组织四十余家')
  reason: string;

  /** Evidence, as uploaded. */
  @Papers()
  documents: string[];
}

export class ConditionFindingInput {
  @OneOf(CONDITIONS)
  condition: Condition;

  @ApiProperty({ example: true })
  @IsBoolean()
  met: boolean;

  /** What was found, on what evidence. */
  @Words(2_000, '理事会按期换届，会员代表大会纪要齐备')
  finding: string;
}

export class FindingsInput {
  /** One finding on each of the four conditions. */
  @ApiProperty({ type: [ConditionFindingInput] })
  @NestedEach(() => ConditionFindingInput, { max: 8 })
  findings: ConditionFindingInput[];
}

export class GroupDecisionInput {
  /** Number of the leading group's document. */
  @Words(100, '京社领发〔2026〕5号')
  documentNumber: string;

  @Day()
  decidedOn: string;
}

export class RecognizeInput extends GroupDecisionInput {
  /** Of a city hub: the batch, from the fifth on. */
  @ApiPropertyOptional({ minimum: 5, maximum: 99, example: 5 })
  @Optional()
  @IsInt()
  @Min(5)
  @Max(99)
  batch?: number;
}

export class RefuseRecognitionInput extends GroupDecisionInput {
  @Words(2_000, '在本领域内尚不具备代表性')
  reason: string;
}

export class HubReasonInput {
  @Words(2_000, '请补充党组织情况的证明材料')
  reason: string;
}

export class OptionalHubReasonInput {
  @OptionalWords(2_000, '材料准备不足')
  reason?: string;
}

export class GroupDecisionDto extends GroupDecisionInput {
  @ApiProperty({ example: '北京市海淀区社会建设工作领导小组' })
  decidedBy: string;

  @ApiPropertyOptional({ type: Number })
  batch?: number;
}

/** What every case of hub governance answers with. */
export class HubCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'NOMINATED' })
  state: string;

  @ApiProperty({ type: HubTitleDto })
  stateTitle: HubTitleDto;

  @ApiProperty({ type: [String], example: ['complete-review', 'return'] })
  allowedActions: string[];

  @ApiProperty({ type: ClockDto })
  clock: ClockDto;

  @ApiProperty({ example: 2 })
  version: number;

  @ApiProperty({ type: GroupDecisionDto, nullable: true })
  decision: GroupDecisionDto | null;

  @ApiProperty({ type: [StepDto] })
  steps: StepDto[];
}

export class RecognitionDto extends HubCaseDto {
  @ApiProperty({ type: NominationInput })
  nominated: NominationInput;

  @ApiProperty({ type: [ConditionFindingInput], nullable: true })
  findings: ConditionFindingInput[] | null;

  /** Code of the hub, once its recognition is published. */
  @OrNull('text', 'HUB-110108-01')
  hub: string | null;
}

export class MeasureInput {
  @OneOf(MEASURES)
  type: MeasureType;

  /** The facts that it rests on. */
  @Words(4_000, '连续两年未报送年度工作报告')
  facts: string;

  /** Of a move: the hub above it from then on. */
  @OptionalHubCode()
  parent?: string;

  @Papers()
  documents: string[];
}

export class NewMeasureInput extends MeasureInput {
  @HubCode()
  hub: string;
}

export class MeasureDto extends HubCaseDto {
  @ApiProperty({ example: 'HUB-4-08' })
  hub: string;

  @ApiProperty({ type: MeasureInput })
  proposed: MeasureInput;
}

/** A case of hub governance in a list. */
export class HubCaseSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: '枢纽型社会组织认定：北京市海淀区体育总会' })
  title: string;

  @ApiProperty({ example: 'DRAFT' })
  state: string;

  @ApiProperty({ example: '110108' })
  authority: string;

  @ApiProperty({ example: 1 })
  version: number;
}

export class HubCasePageDto extends PageOf(HubCaseSummaryDto) {}
