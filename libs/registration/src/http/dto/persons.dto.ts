import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsString, Matches, MaxLength } from 'class-validator';
import { Trimmed } from '@app/platform';
import { ID_KINDS, type IdKind } from '@app/register';

export class RevealInput {
  /** Whose numbers: JSON pointers into the application. */
  @ApiProperty({ type: [String], example: ['/leaders/0'] })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^\/(initiators|leaders|people)\/(0|[1-9]\d{0,2})$/, { each: true })
  persons: string[];

  /** What for, in five Chinese characters or more. It is audited for ever: no number may stand in it. */
  @ApiProperty({ example: '核对法定代表人身份证复印件', maxLength: 200 })
  @Trimmed()
  @IsString()
  @MaxLength(200)
  @Matches(/^(?:\P{Script=Han}*\p{Script=Han}){5}/u)
  @Matches(/^(?:\d{0,10}\D)*\d{0,10}$/)
  reason: string;
}

export class RevealedPersonDto {
  @ApiProperty({ example: '/leaders/0' })
  pointer: string;

  @ApiProperty({ example: '张明' })
  name: string;

  @ApiProperty({ enum: ID_KINDS })
  idKind: IdKind;

  @ApiProperty({ example: '110101199003070038' })
  idNumber: string;

  @ApiPropertyOptional({ example: '13800000000' })
  phone?: string;
}

export class RevealedPersonsDto {
  @ApiProperty({ type: [RevealedPersonDto] })
  persons: RevealedPersonDto[];
}
