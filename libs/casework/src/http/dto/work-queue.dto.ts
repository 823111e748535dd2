import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQuery, PageOf, Optional, Trimmed } from '@app/platform';
import { BriefClockDto } from './clock.dto.js';

export class WorkQueueQuery extends PageQuery {
  /** Only the cases one handles oneself. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @Optional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;

  @ApiPropertyOptional({ example: 'establishment' })
  @Optional()
  @IsString()
  @MaxLength(40)
  procedure?: string;
}

export class QueueItemDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'establishment' })
  procedure: string;

  @ApiProperty({ example: 'SUBMITTED' })
  state: string;

  /** The role that acts next: each open case stands in exactly one queue. */
  @ApiProperty({ example: 'ACCEPTANCE_OFFICER' })
  queue: string;

  @ApiProperty({ example: '北京市智能装备技术学会' })
  title: string;

  @ApiProperty({ example: '110000' })
  authority: string;

  @ApiProperty({ type: String, nullable: true, example: '110000民社受〔2026〕12号' })
  receiptNumber: string | null;

  @ApiProperty({ enum: ['NOBODY', 'YOU', 'ANOTHER'] })
  handler: 'NOBODY' | 'YOU' | 'ANOTHER';

  @ApiProperty({ type: BriefClockDto })
  clock: BriefClockDto;

  @ApiProperty({ example: 4 })
  version: number;
}

export class QueuePageDto extends PageOf(QueueItemDto) {}

export class HandOverInput {
  /** The colleague who takes it; absent: back to the queue. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  to?: string;

  @ApiProperty({ example: '出差，交同事办理' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class RecusalInput {
  /** Whom; absent: oneself. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @IsUUID()
  accountId?: string;

  @ApiProperty({ example: '与发起人有近亲属关系' })
  @Trimmed()
  @IsString()
  @MinLength(4)
  @MaxLength(500)
  reason: string;
}
