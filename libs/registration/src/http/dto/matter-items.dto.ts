import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CountField, Nested, Optional } from '@app/platform';
import { ItemField, OptionalDayField, RequiredCountField } from './matter-fields.js';

/** Registered items (登记事项); what is left out stays as it is. */
export class ItemsInput {
  @ItemField(100, '北京市智能装备工程技术学会')
  name?: string;

  @ItemField(200, '北京市西城区月坛南街1号')
  residence?: string;

  @ApiPropertyOptional({ example: '110102' })
  @Optional()
  @Matches(/^\d{6}(\d{3})?$/)
  division?: string;

  @ItemField(2_000, '促进智能装备工程技术的学术交流')
  purpose?: string;

  @ItemField(2_000, '学术交流、科学普及、技术咨询')
  scope?: string;

  @ItemField(200, '北京市')
  activityArea?: string;

  /** Yuan. */
  @CountField(1_000_000_000_000, 50_000)
  funds?: number;

  /** 业务主管单位 */
  @ItemField(100, '北京市科学技术协会')
  supervisingUnit?: string;
}

const DIRECTORS = 10_000;

export class VotesInput {
  @RequiredCountField(0, DIRECTORS, 9)
  members: number;

  @RequiredCountField(0, DIRECTORS, 7)
  present: number;

  @RequiredCountField(0, DIRECTORS, 7)
  inFavour: number;
}

/** How it was resolved, and that the supervising unit consented. */
export class ResolutionInput {
  @OptionalDayField('2026-11-20')
  resolvedOn?: string;

  @OptionalDayField('2026-11-22')
  supervisorConsentOn?: string;

  @ApiPropertyOptional({ type: VotesInput })
  @Optional()
  @Nested(() => VotesInput)
  votes?: VotesInput;
}
