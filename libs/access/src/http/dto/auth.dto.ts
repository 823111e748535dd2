import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ROLES, type Role, type ScopeType } from '../../domain/roles.table.js';

export const SCOPE_TYPES = ['NONE', 'DIVISION', 'HUB', 'CREDIT_CODE', 'ORGAN'] as const;

export class LoginInput {
  @ApiProperty({ example: 'acceptance', maxLength: 64 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  username: string;

  @ApiProperty({ example: 'k7wq2-mr4xe-9phvt-c3ndj', maxLength: 1000, format: 'password' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string;
}

export class ChangePasswordInput {
  /** The present password, or the one-time password. */
  @ApiProperty({ maxLength: 1000, format: 'password', example: 'k7wq2-mr4xe-9phvt-c3ndj' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  currentPassword: string;

  /** 12 to 128 characters. */
  @ApiProperty({ maxLength: 1000, format: 'password', example: '春眠不觉晓-处处闻啼鸟' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  newPassword: string;
}

export class HeldGrantDto {
  @ApiProperty({ example: '12' })
  id: string;

  @ApiProperty({ enum: ROLES, example: 'ACCEPTANCE_OFFICER' })
  role: Role;

  @ApiProperty({ enum: SCOPE_TYPES, example: 'DIVISION' })
  scopeType: ScopeType;

  /** What the role is limited to; null for a role without limit. */
  @ApiProperty({ type: String, nullable: true, example: '110000' })
  scope: string | null;
}

export class UserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'acceptance' })
  username: string;

  @ApiProperty({ example: '演示受理人员' })
  displayName: string;

  /** True after a login with a one-time password: nothing else is possible until it is changed. */
  @ApiProperty()
  mustChangePassword: boolean;

  @ApiProperty({ type: [HeldGrantDto] })
  grants: HeldGrantDto[];
}

export class LoginDto {
  /** For the header `Authorization: Bearer …`. */
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…' })
  accessToken: string;

  /** Seconds until the access token ends. */
  @ApiProperty({ example: 600 })
  expiresIn: number;

  @ApiProperty({ type: UserDto })
  user: UserDto;
}

export class SessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** The User-Agent at login. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Mozilla/5.0 (X11; Linux x86_64)' })
  device: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time' })
  lastUsedAt: Date;

  /** When it ends if it is not used any more. */
  @ApiProperty({ format: 'date-time' })
  expiresAt: Date;

  /** True for the session of this request. */
  @ApiProperty()
  current: boolean;
}

export class SessionListDto {
  @ApiProperty({ type: [SessionDto] })
  items: SessionDto[];
}
