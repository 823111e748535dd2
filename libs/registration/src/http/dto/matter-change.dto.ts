import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { FlagField, Optional, TextField } from '@app/platform';
import { OptionalDayField, RequiredFlagField, RequiredTextField } from './matter-fields.js';
import { ItemsInput, ResolutionInput } from './matter-items.dto.js';

export class ChangeInput extends IntersectionType(ItemsInput, ResolutionInput) {
  @RequiredTextField(2_000, '办公地点搬迁')
  reason: string;

  /** It has no supervising unit any longer: decoupled, or registered directly from now on. */
  @FlagField(false)
  endsSupervision?: boolean;

  /** The day from which it is to stand; left out: the day of the decision. */
  @OptionalDayField('2027-01-01')
  effectiveOn?: string;
}

export class CharterInput extends ResolutionInput {
  /** The whole charter as it is to read, article by article. */
  @RequiredTextField(60_000, '第一条 本会的名称是北京市智能装备技术学会。')
  text: string;

  /** Items of the charter article that it contains, by their number in it. */
  @ApiProperty({ type: [Number], example: [1, 2, 3, 4, 5, 6, 7, 8, 9] })
  @IsArray()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  charterItems: number[];

  @ApiPropertyOptional({ type: [Number], example: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  charityCharterItems?: number[];
}

export class RecognitionInput {
  /** Items of Charity Law art. 11 that the charter contains. */
  @ApiProperty({ type: [Number], example: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
  @IsArray()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  charityCharterItems: number[];

  /** It declares that it seeks no profit. */
  @RequiredFlagField(true)
  nonProfit: boolean;

  /** Its governance is sound and it is run by its rules. */
  @RequiredFlagField(true)
  effectiveGovernance: boolean;
}

export class BranchInput {
  @ApiProperty({ enum: ['ADD', 'CLOSE'] })
  @IsIn(['ADD', 'CLOSE'])
  action: 'ADD' | 'CLOSE';

  @RequiredTextField(120, '北京市智能装备技术学会机器人专业委员会')
  name: string;

  @ApiProperty({ enum: ['BRANCH', 'REPRESENTATIVE_OFFICE'] })
  @IsIn(['BRANCH', 'REPRESENTATIVE_OFFICE'])
  type: 'BRANCH' | 'REPRESENTATIVE_OFFICE';

  @RequiredTextField(2_000, '机器人领域的学术交流')
  scope: string;

  @TextField(200, '北京市海淀区学院路1号')
  residence?: string;

  /** The day on which the council decided it. */
  @OptionalDayField('2026-11-20')
  resolvedOn?: string;

  /** The branch that it is to belong to, where it is not the body itself. */
  @TextField(120, '北京市智能装备技术学会机器人专业委员会')
  under?: string;

  @FlagField(false)
  ownCharter: boolean = false;

  @FlagField(false)
  ownAccount: boolean = false;
}

export class MergerInput extends ResolutionInput {
  /** Codes of the organizations that go into this one. */
  @ApiProperty({ type: [String], example: ['51110000MJ0101505U'] })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^[0-9A-Z]{18}$/, { each: true })
  absorbed: string[];

  @OptionalDayField('2026-10-01')
  creditorsToldOn?: string;
}

export class ConsentInput extends ResolutionInput {
  /** Code of the organization that it is to go into. */
  @ApiProperty({ example: '51110000MJ0101505U' })
  @Matches(/^[0-9A-Z]{18}$/)
  into: string;
}

export class SplitInput extends ResolutionInput {
  /** Names of the organizations that are to come of it. */
  @ApiProperty({ type: [String], example: ['北京市机器人技术学会'] })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MinLength(2, { each: true })
  @MaxLength(100, { each: true })
  into: string[];

  /** This one ends with the last of them (解散分立); else it goes on (存续分立). */
  @RequiredFlagField(false)
  dissolves: boolean;

  @OptionalDayField('2026-10-01')
  creditorsToldOn?: string;
}
