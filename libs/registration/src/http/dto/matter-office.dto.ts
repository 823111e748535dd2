import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { Optional } from '@app/platform';
import { REMEDY_RESULTS } from '../../domain/matters/matter-content.js';
import { DayField, RequiredCountField, RequiredTextField } from './matter-fields.js';
import { ItemsInput } from './matter-items.dto.js';

const ENTRIES = 2_000_000_000;

export class CorrectionContentInput extends ItemsInput {
  /** The number of the entry that is wrong; what is given besides takes the place of what it says. */
  @RequiredCountField(1, ENTRIES, 1)
  entry: number;

  @RequiredTextField(2_000, '录入时门牌号有误')
  reason: string;
}

export class AnnotationInput {
  /** Public at once: no number as long as a telephone's or a resident's may stand in it. */
  @RequiredTextField(2_000, '该组织已迁入新址办公，变更登记正在办理')
  @Matches(/^(?:\d{0,10}\D)*\d{0,10}$/)
  text: string;

  /** The number of the entry that it speaks of; left out: the organization as a whole. */
  @ApiPropertyOptional({ minimum: 1, example: 1 })
  @Optional()
  @IsInt()
  @Min(1)
  @Max(ENTRIES)
  about?: number;
}

export class SuspensionInput {
  @DayField('2026-11-24')
  from: string;

  @DayField('2027-02-24')
  until: string;
}

export class SanctionInput {
  /** Code of the ground, as the law of the kind gives it. */
  @ApiProperty({ example: 'SERIOUS' })
  @Matches(/^[A-Z_]{1,40}$/)
  ground: string;

  @RequiredTextField(100, '京民罚字〔2026〕3号')
  paperNumber: string;

  @DayField('2026-11-20')
  decidedOn: string;
}

export class RemedyOutcomeInput extends ItemsInput {
  @ApiProperty({ enum: ['REVIEW', 'SUIT'] })
  @IsIn(['REVIEW', 'SUIT'])
  remedy: 'REVIEW' | 'SUIT';

  /** The number of the entry that was attacked. */
  @RequiredCountField(1, ENTRIES, 2)
  entry: number;

  @ApiProperty({ enum: REMEDY_RESULTS })
  @IsIn(REMEDY_RESULTS)
  result: (typeof REMEDY_RESULTS)[number];

  /** Who decided it. */
  @RequiredTextField(100, '北京市人民政府')
  body: string;

  @RequiredTextField(100, '京政复字〔2026〕12号')
  paperNumber: string;

  @DayField('2026-11-20')
  decidedOn: string;
}
