import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsRecordedDate, Nested, Optional, Trimmed } from '@app/platform';
import { ID_KINDS, type IdKind } from '../../application/persons.js';

export class CitationInput {
  @ApiProperty({ example: '社会团体登记管理条例' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  law: string;

  @ApiProperty({ example: '第十三条第(三)项' })
  @Trimmed()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  article: string;
}

/** An organization by its code, or a person by name and document. */
export class RestrictedSubject {
  @ApiPropertyOptional({ example: '51110000MJ0101505U' })
  @Optional()
  @IsString()
  @MaxLength(30)
  creditCode?: string;

  @ApiPropertyOptional({ example: '张某' })
  @Optional()
  @IsString()
  @MaxLength(60)
  name?: string;

  @ApiPropertyOptional({ enum: ID_KINDS })
  @Optional()
  @IsIn(ID_KINDS)
  idKind?: IdKind;

  @ApiPropertyOptional({ description: 'stored encrypted, never shown' })
  @Optional()
  @IsString()
  @MaxLength(40)
  idNumber?: string;
}

export class RestrictionInput {
  @ApiProperty({ type: RestrictedSubject })
  @Nested(() => RestrictedSubject)
  subject: RestrictedSubject;

  /** BAR forbids the actions; WARN makes the officer see it before each. */
  @ApiProperty({ enum: ['BAR', 'WARN'] })
  @IsIn(['BAR', 'WARN'])
  effect: 'BAR' | 'WARN';

  /** `<procedure>.<action>`, or `<procedure>.*`. */
  @ApiProperty({ type: [String], example: ['establishment.approve'] })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Matches(/^[a-z-]{1,40}\.(\*|[a-z-]{1,40})$/, { each: true })
  actions: string[];

  /** Shown to officers; the number of the decision it rests on belongs here. */
  @ApiProperty({ example: '2026年京民罚字第3号决定' })
  @Trimmed()
  @IsString()
  @MinLength(4)
  @MaxLength(500)
  reason: string;

  @ApiProperty({ type: CitationInput })
  @Nested(() => CitationInput)
  citation: CitationInput;

  @ApiProperty({ example: '2026-11-24', format: 'date' })
  @IsRecordedDate()
  from: string;

  /** Last day; absent: until lifted. */
  @ApiPropertyOptional({ example: '2031-11-23', format: 'date' })
  @Optional()
  @IsRecordedDate()
  until?: string;
}

export class RestrictionIdDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
}

export class LiftInput {
  @ApiProperty({ example: '2027年复查，情形已消除' })
  @Trimmed()
  @IsString()
  @MinLength(4)
  @MaxLength(500)
  reason: string;
}
