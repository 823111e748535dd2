import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery, PageOf, Optional } from '@app/platform';
import type { RoleGrantState } from '../../domain/role-grant.workflow.js';
import { ROLES, type Role, type ScopeType } from '../../domain/roles.table.js';
import type { GrantOrigin } from '../../persistence/role-grant.entity.js';
import { SCOPE_TYPES } from './auth.dto.js';
import { OptionalReason, Reason } from './fields.js';

const STATES = ['PROPOSED', 'ACTIVE', 'REJECTED', 'REVOKED'] as const;
const ORIGINS = ['SELF_REGISTRATION', 'INSTALLATION', 'PROPOSAL', 'AGENT_CLAIM'] as const;

export class RoleProposalInput {
  @ApiProperty({ enum: ROLES, example: 'ACCEPTANCE_OFFICER' })
  @IsIn(ROLES)
  role: Role;

  /** A division (six digits, of a street nine), a hub, a credit code or an organ, as the role asks; absent without. */
  @ApiPropertyOptional({ maxLength: 40, example: '110108' })
  @Optional()
  @IsString()
  @MaxLength(40)
  scope?: string;

  @Reason()
  reason: string;
}

export class ConfirmInput {
  @OptionalReason()
  reason?: string;
}

export class RefusalInput {
  @Reason()
  reason: string;
}

export class RoleGrantQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATES })
  @Optional()
  @IsIn(STATES)
  state?: RoleGrantState;

  @ApiPropertyOptional({ enum: ROLES })
  @Optional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  accountId?: string;
}

/** An account as others are told of it. */
export class AccountRefDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'zhang.san' })
  username: string;
}

export class RoleGrantDto {
  @ApiProperty({ example: '12' })
  id: string;

  @ApiProperty({ type: AccountRefDto })
  account: AccountRefDto;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ enum: SCOPE_TYPES })
  scopeType: ScopeType;

  @ApiProperty({ type: String, nullable: true, example: '110108' })
  scope: string | null;

  @ApiProperty({ enum: STATES })
  state: RoleGrantState;

  /** By whose word it came about. */
  @ApiProperty({ enum: ORIGINS })
  origin: GrantOrigin;

  @ApiProperty({ example: '岗位调整' })
  reason: string;

  /** Null when the system made it. */
  @ApiProperty({ type: AccountRefDto, nullable: true })
  proposedBy: AccountRefDto | null;

  @ApiProperty({ format: 'date-time' })
  proposedAt: Date;

  @ApiProperty({ type: AccountRefDto, nullable: true })
  decidedBy: AccountRefDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason: string | null;

  @ApiProperty({ type: AccountRefDto, nullable: true })
  revokedBy: AccountRefDto | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: Date | null;

  @ApiProperty({ type: String, nullable: true })
  revocationReason: string | null;

  /** What the caller may do with it now. */
  @ApiProperty({ enum: ['confirm', 'reject', 'revoke'], isArray: true })
  allowedActions: string[];

  @ApiProperty({ example: 1 })
  version: number;
}

export class RoleGrantPageDto extends PageOf(RoleGrantDto) {}
