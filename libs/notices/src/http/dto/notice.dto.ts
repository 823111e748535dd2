import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { Optional, PageOf, PageQuery } from '@app/platform';
import { EMAIL_FAILURES, EMAIL_STATES, type EmailFailure, type EmailState } from '../../domain/email.js';

export class NoticesQuery extends PageQuery {
  /** true: only what was not read yet; false: only what was. */
  @ApiPropertyOptional({ type: Boolean })
  @Optional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;
}

export class NoticeDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** What it is about, by the name of its template. */
  @ApiProperty({ example: 'correction-asked' })
  topic: string;

  /** In the language that was asked for. */
  @ApiProperty({ example: '请补正申请材料：北京市智能装备技术学会' })
  title: string;

  @ApiProperty({ example: '申请“北京市智能装备技术学会”的材料需要补正。' })
  body: string;

  /** Path in the API of what it is about. */
  @ApiProperty({
    type: String,
    nullable: true,
    example: '/api/v1/registrations/6f0e1a52-3c55-4b0e-9a53-0d5b1c7a2f11',
  })
  resource: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** When it was first marked as read. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;

  /** NONE: there was no address or no mail server when it was written. */
  @ApiProperty({ enum: EMAIL_STATES, example: 'SENT' })
  emailState: EmailState;

  /** Why the e-mail failed. */
  @ApiProperty({ enum: EMAIL_FAILURES, type: String, nullable: true, example: null })
  emailReason: EmailFailure | null;
}

export class NoticePageDto extends PageOf(NoticeDto) {
  /** How many of all one's notices were not read yet. */
  @ApiProperty({ example: 2 })
  unread: number;
}
