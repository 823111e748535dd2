import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches } from 'class-validator';
import { Day, Optional, PageOf, PageQuery, Words } from '@app/platform';
import { CreditCode, OptionalCreditCode } from './fields.js';

export class MessageInput {
  @Words(200, '关于报送年度工作情况的通知')
  title: string;

  @Words(10_000, '请各成员单位于本月底前报送')
  body: string;

  /** Codes of members; absent: all of them. */
  @ApiPropertyOptional({ type: [String], maxItems: 1_000, example: ['51110000MJ0101505U'] })
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @ArrayUnique()
  @Matches(/^[0-9A-Z]{18}$/, { each: true })
  to?: string[];
}

export class MessageDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'HUB-1-04' })
  hub: string;

  @ApiProperty({ example: '关于报送年度工作情况的通知' })
  title: string;

  @ApiProperty()
  body: string;

  @ApiProperty()
  toAll: boolean;

  @ApiProperty({ format: 'date-time' })
  sentAt: Date;

  @ApiProperty({ example: 120 })
  recipients: number;

  /** How many have read it. */
  @ApiProperty({ example: 80 })
  read: number;
}

export class MessagePageDto extends PageOf(MessageDto) {}

export class RecipientDto {
  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: Date | null;
}

export class RecipientPageDto extends PageOf(RecipientDto) {}

export class ReceivedMessageDto extends RecipientDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'HUB-1-04' })
  hub: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  body: string;

  @ApiProperty({ format: 'date-time' })
  sentAt: Date;
}

export class ReceivedMessagePageDto extends PageOf(ReceivedMessageDto) {}

export class GuidanceQuery extends PageQuery {
  @OptionalCreditCode()
  creditCode?: string;
}

export class GuidanceInput {
  @CreditCode()
  creditCode: string;

  @Day()
  heldOn: string;

  @Words(200, '换届指导')
  topic: string;

  @Words(4_000, '就换届程序、章程修订提出意见')
  note: string;
}

export class GuidanceNoteDto extends GuidanceInput {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'HUB-1-04' })
  hub: string;
}

export class GuidancePageDto extends PageOf(GuidanceNoteDto) {}
