import { ApiProperty } from '@nestjs/swagger';
import { ClockDto, StepDto } from '@app/casework';
import { CitationDto, OrNull, PageOf, ProblemViolationDto } from '@app/platform';
import { FILING_MATTERS, type FilingMatter } from '../../domain/filing-content.js';
import { CAUSES, FilingInput, REFUSALS } from './filing-input.dto.js';

/** A text in the two languages of the product. */
export class FilingTitleDto {
  @ApiProperty({ example: '待决定' })
  zh: string;

  @ApiProperty({ example: 'checked' })
  en: string;
}

/** A group that stands and may be the one of the case. */
export class AlikeGroupDto {
  @ApiProperty({ example: 'B11010100126000001' })
  filingNumber: string;

  @ApiProperty({ example: '东华门街道晨光合唱团' })
  name: string;

  @ApiProperty({ example: '110101001' })
  office: string;

  @ApiProperty({ example: '110101001' })
  division: string;

  /** What they have in common. */
  @ApiProperty({ type: [String], example: ['SAME_NAME', 'SAME_LEADER'] })
  signs: string[];
}

export class FilingRuleDto {
  @ApiProperty({ example: 'FILING-MEMBERS' })
  id: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  @ApiProperty({ format: 'date' })
  inForceFrom: string;

  /** How far its source was checked. */
  @ApiProperty({ example: 'DESIGN' })
  mark: string;
}

export class FilingDecisionDto {
  @ApiProperty({ example: '110101001备〔2026〕1号' })
  number: string;

  @ApiProperty({ enum: ['RECORDED', 'NOT_RECORDED'] })
  outcome: string;

  @ApiProperty({ format: 'date' })
  decidedOn: string;

  @ApiProperty({ enum: REFUSALS, nullable: true, type: String })
  ground: string | null;

  @OrNull()
  reason: string | null;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  /** The rules that it applied, as they were in force that day. */
  @ApiProperty({ type: [FilingRuleDto] })
  rules: FilingRuleDto[];
}

/** What every answer about a filed group says of its standing. */
export class StandingNoteDto {
  @ApiProperty({ example: false })
  legalPerson: boolean;

  @ApiProperty({ example: '已备案，不具有法人资格；依法备案的社会组织不是非法社会组织' })
  standingNote: string;
}

export class FilingDto extends StandingNoteDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FILING_MATTERS })
  matter: FilingMatter;

  @ApiProperty({ example: 'SUBMITTED' })
  state: string;

  @ApiProperty({ type: FilingTitleDto })
  stateTitle: FilingTitleDto;

  @ApiProperty({ type: [String], example: ['check', 'request-correction'] })
  allowedActions: string[];

  @ApiProperty({ type: ClockDto })
  clock: ClockDto;

  @ApiProperty({ example: 2 })
  version: number;

  @OrNull()
  receiptNumber: string | null;

  @ApiProperty({ example: '110101001' })
  office: string;

  /** Of a group that is filed. */
  @OrNull('text', 'B11010100126000001')
  filingNumber: string | null;

  /** What was filed, numbers and telephones masked. */
  @ApiProperty({ type: FilingInput })
  filing: FilingInput;

  @ApiProperty({ enum: CAUSES, nullable: true, type: String })
  cause: string | null;

  /** To the office, while the case is open. */
  @ApiProperty({ type: [AlikeGroupDto], nullable: true })
  alike: AlikeGroupDto[] | null;

  @ApiProperty({ type: FilingDecisionDto, nullable: true })
  decision: FilingDecisionDto | null;

  @ApiProperty({ type: [StepDto] })
  steps: StepDto[];
}

export class FilingSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FILING_MATTERS })
  matter: string;

  @ApiProperty({ example: '备案：东华门街道晨光合唱队' })
  title: string;

  @ApiProperty({ example: 'SUBMITTED' })
  state: string;

  @ApiProperty({ example: '110101001' })
  office: string;

  @OrNull('day')
  dueOn: string | null;

  @ApiProperty({ example: 2 })
  version: number;
}

export class FilingPageDto extends PageOf(FilingSummaryDto) {}

export class FilingValidationDto {
  @ApiProperty()
  valid: boolean;

  @ApiProperty({ type: [ProblemViolationDto] })
  violations: ProblemViolationDto[];
}

export class RevealedGroupPersonDto {
  @ApiProperty({ example: '/persons/leader' })
  pointer: string;

  @ApiProperty({ example: '李平' })
  name: string;

  @OrNull('text', '110101199003070038')
  idNumber: string | null;

  @OrNull('text', '13800000000')
  phone: string | null;
}

export class RevealedGroupPersonsDto {
  @ApiProperty({ type: [RevealedGroupPersonDto] })
  persons: RevealedGroupPersonDto[];
}
