import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { NestedEach, Optional, Trimmed } from '@app/platform';
import type { PromotionKind } from '../../domain/promotion-draft.js';
import type { PauseReason } from '../../application/review-application.js';

export class PromotionInput {
  /** Filing number of the group. */
  @ApiProperty({ example: 'B11010100126000001' })
  @Matches(/^B\d{17}$/)
  promotes: string;

  @ApiProperty({ enum: ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION'] })
  @IsIn(['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION'])
  kind: PromotionKind;

  /** The registrar: six digits of its division. */
  @ApiProperty({ example: '110101' })
  @Matches(/^\d{6}$/)
  authority: string;
}

export class SubmitInput {
  /** File in spite of the defects that `validate` lists: it is received and the clock runs. */
  @ApiPropertyOptional({ default: false })
  @Optional()
  @IsBoolean()
  insist: boolean = false;
}

export class CorrectionItemInput {
  /** JSON pointer into the application; empty for the application as a whole. */
  @ApiProperty({ example: '/documents' })
  @Matches(/^(\/[^/]{0,60}){0,6}$/)
  pointer: string;

  @ApiProperty({ example: '缺少会员名册，请补交' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  message: string;
}

export class CorrectionInput {
  /** Everything that is to be corrected, at once. */
  @ApiProperty({ type: [CorrectionItemInput] })
  @ArrayMinSize(1)
  @NestedEach(() => CorrectionItemInput, { max: 100 })
  items: CorrectionItemInput[];

  /** Why something that was visible at the first notice is told only now; it is kept. */
  @ApiPropertyOptional({ example: '首次告知时遗漏，已向负责人说明' })
  @Optional()
  @Trimmed()
  @IsString()
  @MinLength(4)
  @MaxLength(500)
  lateReason?: string;
}

export class ReasonInput {
  @ApiProperty({ example: '审查意见对必要性说明不足' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(2_000)
  reason: string;
}

export class OptionalReasonInput {
  @ApiPropertyOptional({ example: '符合条件' })
  @Optional()
  @IsString()
  @MaxLength(2_000)
  reason?: string;
}

export class GroundInput extends ReasonInput {
  /** Code of the ground, as `GET /registration-grounds` lists them. */
  @ApiProperty({ example: 'R2' })
  @Matches(/^[A-Z0-9-]{1,40}$/)
  ground: string;
}

export class PauseInput extends ReasonInput {
  /** What the time is needed for. */
  @ApiProperty({ enum: ['HEARING', 'EXPERT_REVIEW'] })
  @IsIn(['HEARING', 'EXPERT_REVIEW'])
  cause: PauseReason;

  /** How long it will take, in natural days: the applicant is told. */
  @ApiProperty({ example: 20 })
  @IsInt()
  @Min(1)
  @Max(365)
  expectedDays: number;
}

export class ExtendInput extends ReasonInput {
  @ApiProperty({ example: 30 })
  @IsInt()
  @Min(1)
  @Max(365)
  days: number;

  /** Who allowed it, and the number of the paper. */
  @ApiProperty({ example: '民政部批复〔2026〕18号' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  approvedBy: string;
}

/** Whether a person is the one whom the register knows by name alone. */
export class NameJudgementInput {
  /** Place of the person in what was filed. */
  @ApiProperty({ example: '/leaders/0' })
  @Matches(/^\/(leaders|people)\/(0|[1-9]\d{0,2})$/)
  pointer: string;

  /** The organization whose legal representative bears the name. */
  @ApiProperty({ example: '51110000MJ0101505U' })
  @Matches(/^[0-9A-Z]{18}$/)
  creditCode: string;

  @ApiProperty({ example: false })
  @IsBoolean()
  same: boolean;

  @ApiProperty({ example: '出生日期不同，并非同一人' })
  @Trimmed()
  @IsString()
  @MinLength(4)
  @MaxLength(500)
  reason: string;
}

export class RecordInput {
  @ApiPropertyOptional({ type: [NameJudgementInput] })
  @Optional()
  @NestedEach(() => NameJudgementInput, { max: 100 })
  personJudgements: NameJudgementInput[] = [];
}

export class ReviewInput {
  @ApiProperty({ enum: ['APPROVE', 'REFUSE'] })
  @IsIn(['APPROVE', 'REFUSE'])
  recommendation: 'APPROVE' | 'REFUSE';

  @ApiProperty({ example: '材料齐全，符合条例第十条各项条件' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(4_000)
  opinion: string;

  /** Direct registration: whether the class claimed fits. */
  @ApiPropertyOptional({ example: true })
  @Optional()
  @IsBoolean()
  categoryConfirmed?: boolean;

  @ApiPropertyOptional({ example: '业务范围限于工程技术领域' })
  @Optional()
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(2_000)
  categoryReason?: string;

  /** Matches on a name alone that were looked into; each that is open is named by a 422. */
  @ApiPropertyOptional({ type: [NameJudgementInput] })
  @Optional()
  @NestedEach(() => NameJudgementInput, { max: 100 })
  personJudgements?: NameJudgementInput[];
}
