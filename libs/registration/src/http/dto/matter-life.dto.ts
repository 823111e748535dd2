import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { CountField, Nested, Optional, TextField } from '@app/platform';
import { LIQUIDATION_CAUSES, type LiquidationCause } from '../../domain/matters/matter-content.js';
import {
  DayField,
  OptionalDayField,
  RequiredCountField,
  RequiredFlagField,
  RequiredTextField,
} from './matter-fields.js';
import { ResolutionInput } from './matter-items.dto.js';

const MANY = 10_000;

export class LiquidationInput extends ResolutionInput {
  @ApiProperty({ enum: LIQUIDATION_CAUSES })
  @IsIn(LIQUIDATION_CAUSES)
  cause: LiquidationCause;

  /** The day on which the cause arose. */
  @DayField('2026-10-01')
  causeOn: string;

  /** The day on which the liquidation group was formed. */
  @DayField('2026-10-15')
  groupFormedOn: string;

  @RequiredCountField(0, MANY, 5)
  groupMembers: number;

  @OptionalDayField('2026-10-20')
  creditorsToldOn?: string;
}

export class LeftoversInput {
  /** Yuan. */
  @RequiredCountField(0, 1_000_000_000_000, 0)
  amount: number;

  /** Where they go by: the charter, or the registrar, who passes them to a body of like purpose. */
  @ApiProperty({ enum: ['NONE', 'CHARTER', 'REGISTRAR'] })
  @IsIn(['NONE', 'CHARTER', 'REGISTRAR'])
  basis: 'NONE' | 'CHARTER' | 'REGISTRAR';

  @TextField(200, '北京市机器人技术学会')
  recipient?: string;

  @RequiredFlagField(false)
  toFoundersOrMembers: boolean;
}

export class DeregistrationInput extends ResolutionInput {
  @DayField('2026-11-20')
  liquidationEndedOn: string;

  @RequiredFlagField(true)
  claimsSettled: boolean;

  @OptionalDayField('2026-10-20')
  creditorsToldOn?: string;

  @ApiProperty({ type: LeftoversInput })
  @Nested(() => LeftoversInput)
  leftovers: LeftoversInput;

  @RequiredFlagField(true)
  certificateReturned: boolean;

  @RequiredFlagField(true)
  sealsReturned: boolean;

  @RequiredFlagField(true)
  vouchersReturned: boolean;
}

export class ElectedCouncilInput {
  @RequiredCountField(0, MANY, 9)
  directors: number;

  @CountField(MANY, 0)
  relatedDirectors: number = 0;

  @CountField(MANY, 0)
  paidDirectors: number = 0;

  @CountField(MANY, 1)
  supervisors: number = 0;

  @CountField(MANY, 0)
  conflictedSupervisors: number = 0;
}

export class LeadersInput {
  @DayField('2026-11-20')
  electedOn: string;

  @DayField('2026-11-20')
  termFrom: string;

  @DayField('2031-11-20')
  termUntil: string;

  /** Foundation: the council that was elected. */
  @ApiPropertyOptional({ type: ElectedCouncilInput })
  @Optional()
  @Nested(() => ElectedCouncilInput)
  council?: ElectedCouncilInput;
}

export class DelayInput extends ResolutionInput {
  @DayField('2027-06-30')
  delayedUntil: string;

  @RequiredTextField(2_000, '会员代表尚未选齐')
  reason: string;
}

export class SealAndAccountInput {
  /** The impression of the seal is filed. */
  @RequiredFlagField(true)
  sealFiled: boolean;

  @TextField(100, '中国工商银行北京学院路支行')
  bank?: string;

  /** The last four digits of the account; the whole number stands in the paper alone. */
  @ApiPropertyOptional({ example: '4711' })
  @Optional()
  @Matches(/^\d{4}$/)
  accountEnding?: string;
}

export class ReplacementInput {
  @ApiProperty({ enum: ['LOST', 'DAMAGED', 'EXPIRED'] })
  @IsIn(['LOST', 'DAMAGED', 'EXPIRED'])
  cause: 'LOST' | 'DAMAGED' | 'EXPIRED';

  /** The day on which the loss was made known in public. */
  @OptionalDayField('2026-11-18')
  noticePublishedOn?: string;

  @TextField(100, '北京日报')
  publishedIn?: string;
}
