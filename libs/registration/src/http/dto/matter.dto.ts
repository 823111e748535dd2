import { ApiProperty } from '@nestjs/swagger';
import { PageOf, ProblemViolationDto } from '@app/platform';
import { MATTER_TYPES } from '../../domain/matters/matter-types.js';
import { MatterInput } from './matter-input.dto.js';
import { CaseAnswerDto, StateTitleDto } from './registration.dto.js';

export class MatterDto extends CaseAnswerDto {
  @ApiProperty({ enum: MATTER_TYPES })
  type: string;

  @ApiProperty({ type: StateTitleDto })
  typeTitle: StateTitleDto;

  @ApiProperty({ enum: ['permission', 'recording', 'ex-officio'] })
  procedure: string;

  /** The day on which an approval that waits takes effect. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  effectiveOn: string | null;

  /** As filed; numbers of documents and phones are masked. */
  @ApiProperty({ type: MatterInput })
  filed: MatterInput;
}

export class MatterSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: MATTER_TYPES })
  type: string;

  @ApiProperty({ example: '51110000MJ0101505U' })
  creditCode: string;

  @ApiProperty({ example: '变更登记：北京市智能装备技术学会' })
  title: string;

  @ApiProperty({ example: 'DRAFT' })
  state: string;

  @ApiProperty({ type: StateTitleDto })
  stateTitle: StateTitleDto;

  @ApiProperty({ type: String, nullable: true })
  receiptNumber: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class MatterPageDto extends PageOf(MatterSummaryDto) {}

export class ComparedDto {
  /** A registered item, or the number of an article of the charter. */
  @ApiProperty({ example: 'residence' })
  item: string;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true, example: '北京市海淀区学院路1号' })
  before: string | number | null;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true, example: '北京市西城区月坛南街1号' })
  after: string | number | null;
}

export class MatterValidationDto {
  /** True when it could be granted as it is. */
  @ApiProperty({ example: false })
  valid: boolean;

  @ApiProperty({ type: [ProblemViolationDto] })
  violations: ProblemViolationDto[];

  /** Duties that were not kept but bar nothing. */
  @ApiProperty({ type: [ProblemViolationDto] })
  remarks: ProblemViolationDto[];

  /** What stands beside what is asked for, where they differ. */
  @ApiProperty({ type: [ComparedDto] })
  difference: ComparedDto[];
}
