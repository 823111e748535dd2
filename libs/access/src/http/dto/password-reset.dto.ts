import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery, PageOf, Optional } from '@app/platform';
import type { PasswordResetState } from '../../domain/password-reset.workflow.js';
import { AccountRefDto } from './role-grant.dto.js';

const STATES = ['PROPOSED', 'CONFIRMED', 'REJECTED'] as const;

export class PasswordResetQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @Optional()
  @IsIn(STATES)
  state?: PasswordResetState;
}

export class PasswordResetDto {
  @ApiProperty({ example: '3' })
  id: string;

  @ApiProperty({ type: AccountRefDto })
  account: AccountRefDto;

  @ApiProperty({ enum: STATES })
  state: PasswordResetState;

  @ApiProperty({ example: '本人遗忘密码，已当面核对身份' })
  reason: string;

  @ApiProperty({ type: AccountRefDto })
  proposedBy: AccountRefDto;

  @ApiProperty({ format: 'date-time' })
  proposedAt: Date;

  @ApiProperty({ type: AccountRefDto, nullable: true })
  decidedBy: AccountRefDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: ['confirm', 'reject'], isArray: true })
  allowedActions: string[];

  @ApiProperty({ example: 1 })
  version: number;
}

export class ConfirmedResetDto extends PasswordResetDto {
  /** Shown this once. It is void after 72 hours, and must be changed at the next login. */
  @ApiProperty({ example: 'k7wq2-mr4xe-9phvt-c3ndj' })
  oneTimePassword: string;
}

export class PasswordResetPageDto extends PageOf(PasswordResetDto) {}
