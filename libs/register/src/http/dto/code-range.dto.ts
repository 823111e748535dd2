import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { PageOf } from '@app/platform';

export class CodeRangeInput {
  /** Division of the registrar. */
  @ApiProperty({ example: '110000' })
  @Matches(/^\d{6}$/)
  authority: string;

  /** Fixed beginning of the organization codes; I, O, Z, S and V never occur. */
  @ApiProperty({ example: 'MJ0' })
  @Matches(/^[0-9A-HJ-NPQRTUWXY]{0,7}$/)
  prefix: string;

  @ApiProperty({ example: 10_000, minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(99_999_999)
  firstSerial: number;

  @ApiProperty({ example: 19_999 })
  @IsInt()
  @Min(0)
  @Max(99_999_999)
  lastSerial: number;
}

export class CodeRangeDto extends CodeRangeInput {
  @ApiProperty({ example: '1' })
  id: string;

  /** The serial that will be issued next; beyond `lastSerial` when the range is used up. */
  @ApiProperty({ example: 10_052 })
  nextSerial: number;
}

export class CodeRangePageDto extends PageOf(CodeRangeDto) {}
