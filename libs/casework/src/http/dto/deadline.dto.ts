import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { CitationDto, PageOf, Trimmed } from '@app/platform';

export class DeadlineDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  caseId: string;

  @ApiProperty({ example: '北京市智能装备技术学会' })
  caseTitle: string;

  /** What is owed. */
  @ApiProperty({ example: 'CERTIFICATE_DELIVERY' })
  kind: string;

  /** The office that owes it. */
  @ApiProperty({ example: 'ACCEPTANCE_OFFICER' })
  role: string;

  @ApiProperty({ example: '110000' })
  authority: string;

  @ApiProperty({ format: 'date' })
  openedOn: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  metOn: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ enum: ['GREEN', 'YELLOW', 'RED', 'GREY'] })
  light: string;

  /** The light in words. */
  @ApiProperty({ example: '余10日' })
  lightWord: string;

  @ApiProperty({ example: 1 })
  version: number;
}

export class DeadlinePageDto extends PageOf(DeadlineDto) {}

export class MeetInput {
  /** How it was done, e.g. the number of the receipt. */
  @ApiProperty({ example: '当面领取，回执第12号' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  note: string;
}
