import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery, PageOf, Optional } from '@app/platform';
import { USERNAME_SHAPE } from '../../domain/account.rules.js';
import { ROLES, type Role } from '../../domain/roles.table.js';
import type { AccountStatus } from '../../persistence/account.entity.js';
import { HeldGrantDto } from './auth.dto.js';
import { TextLine } from './fields.js';

const STATUSES = ['ACTIVE', 'DISABLED'] as const;

export class RegistrationInput {
  /** 3 to 64 of a-z, 0-9, dot, underscore and hyphen; neither an ID number nor a telephone number. */
  @ApiProperty({ example: 'keji-chuangxin', minLength: 3, maxLength: 64, pattern: USERNAME_SHAPE.source })
  @IsString()
  @Matches(USERNAME_SHAPE)
  username: string;

  @ApiProperty({ example: '王小明', maxLength: 100 })
  @TextLine(100)
  displayName: string;

  /** 12 to 128 characters, not made of the username, not a well-known one. */
  @ApiProperty({ example: '春眠不觉晓-处处闻啼鸟', maxLength: 1000, format: 'password' })
  @IsString()
  @MaxLength(1000)
  password: string;
}

export class RegisteredDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'keji-chuangxin' })
  username: string;
}

export class AccountQuery extends PageQuery {
  /** Part of the username or of the name. */
  @ApiPropertyOptional({ maxLength: 64, example: 'zhang' })
  @Optional()
  @IsString()
  @MaxLength(64)
  q?: string;

  @ApiPropertyOptional({ enum: STATUSES })
  @Optional()
  @IsIn(STATUSES)
  status?: AccountStatus;

  /** Only accounts that hold this role. */
  @ApiPropertyOptional({ enum: ROLES })
  @Optional()
  @IsIn(ROLES)
  role?: Role;
}

export class AccountGrantDto extends HeldGrantDto {
  @ApiProperty({ enum: ['PROPOSED', 'ACTIVE'] })
  state: 'PROPOSED' | 'ACTIVE';

  /** When it was confirmed; of a proposal, when it was made. */
  @ApiProperty({ format: 'date-time' })
  since: Date;
}

export class AccountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'zhang.san' })
  username: string;

  @ApiProperty({ example: '张三' })
  displayName: string;

  @ApiProperty({ enum: STATUSES })
  status: AccountStatus;

  /** It was given a one-time password that has not been changed yet. */
  @ApiProperty()
  mustChangePassword: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  /** The roles that it holds or is proposed for. */
  @ApiProperty({ type: [AccountGrantDto] })
  grants: AccountGrantDto[];

  @ApiProperty({ enum: ['disable', 'enable'], isArray: true })
  allowedActions: string[];

  @ApiProperty({ example: 1 })
  version: number;
}

export class AccountPageDto extends PageOf(AccountDto) {}
