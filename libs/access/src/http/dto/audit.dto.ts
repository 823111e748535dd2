import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery, PageOf, Optional } from '@app/platform';

export class AuditQuery extends PageQuery {
  /** The record that was acted on. */
  @ApiPropertyOptional({ maxLength: 100 })
  @Optional()
  @IsString()
  @MaxLength(100)
  subjectId?: string;

  /** Who acted. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  accountId?: string;

  @ApiPropertyOptional({ maxLength: 100, example: 'access.role-grant.confirm' })
  @Optional()
  @IsString()
  @MaxLength(100)
  action?: string;
}

class GroundDto {
  @ApiProperty({ example: '中华人民共和国个人信息保护法' })
  law: string;

  @ApiProperty({ example: '第五十一条第(四)项' })
  article: string;
}

export class AuditEntryDto {
  @ApiProperty({ example: '1042' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: Date;

  /** Null when the system acted. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  accountId: string | null;

  @ApiProperty({ example: 'administrator' })
  actor: string;

  @ApiProperty({ example: 'access.role-grant.confirm' })
  action: string;

  @ApiProperty({ example: 'role-grant' })
  subjectType: string;

  @ApiProperty({ example: '12' })
  subjectId: string;

  @ApiProperty({ type: GroundDto, nullable: true })
  ground: GroundDto | null;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { role: 'ACCEPTANCE_OFFICER', scope: '110108' } })
  detail: Record<string, unknown>;

  @ApiProperty({ type: String, nullable: true })
  traceId: string | null;
}

export class AuditPageDto extends PageOf(AuditEntryDto) {}
