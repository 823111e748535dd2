import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, Matches, MaxLength } from 'class-validator';
import { Trimmed } from '@app/platform';

/** What IsEmail lets through besides: a name in quotation marks, in which blanks and even ends of lines may stand. */
const UNQUOTED = /^[^\s"]+$/;

export class NoticeAddressInput {
  @ApiProperty({ example: 'zhang.san@example.org', maxLength: 254, format: 'email' })
  @Trimmed()
  @MaxLength(254)
  @Matches(UNQUOTED)
  @IsEmail({ allow_utf8_local_part: false })
  email: string;
}

export class NoticeAddressDto {
  /** Masked; null while there is none. */
  @ApiProperty({ type: String, nullable: true, example: 'z***@example.org' })
  email: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  updatedAt: string | null;
}
