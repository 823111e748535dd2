import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery, PageOf, Optional } from '@app/platform';
import type { AgentClaimState } from '../../domain/agent-claim.workflow.js';
import { Reason, TextLine } from './fields.js';
import { AccountRefDto } from './role-grant.dto.js';

const STATES = ['PENDING', 'VERIFIED', 'REJECTED'] as const;

export class AgentClaimInput {
  @ApiProperty({ example: '51110000MJ0101505U', maxLength: 40 })
  @TextLine(40)
  creditCode: string;

  /** 职务: the post held in the organization. */
  @ApiProperty({ example: '秘书长', maxLength: 100 })
  @TextLine(100)
  post: string;

  @Reason()
  reason: string;
}

export class AgentClaimQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @Optional()
  @IsIn(STATES)
  state?: AgentClaimState;
}

export class ClaimantDto extends AccountRefDto {
  @ApiProperty({ example: '王小明' })
  displayName: string;
}

export class AgentClaimDto {
  @ApiProperty({ example: '7' })
  id: string;

  @ApiProperty({ type: ClaimantDto })
  account: ClaimantDto;

  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @ApiProperty({ example: '秘书长' })
  post: string;

  @ApiProperty({ example: '受理事长委托办理年度报告' })
  reason: string;

  @ApiProperty({ enum: STATES })
  state: AgentClaimState;

  @ApiProperty({ format: 'date-time' })
  filedAt: Date;

  @ApiProperty({ type: AccountRefDto, nullable: true })
  decidedBy: AccountRefDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: ['verify', 'reject'], isArray: true })
  allowedActions: string[];

  @ApiProperty({ example: 1 })
  version: number;
}

export class AgentClaimPageDto extends PageOf(AgentClaimDto) {}
