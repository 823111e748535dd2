import { ApiProperty } from '@nestjs/swagger';
import { ClockDto, StepDto } from '@app/casework';
import { CitationDto, ProblemViolationDto, PageOf } from '@app/platform';
import { ApplicationInput } from './application.dto.js';

export class StateTitleDto {
  @ApiProperty({ example: '已提交，待受理' })
  zh: string;

  @ApiProperty({ example: 'submitted' })
  en: string;
}

export class CorrectionItemDto {
  @ApiProperty({ example: '/documents' })
  pointer: string;

  @ApiProperty({ example: '缺少会员名册，请补交' })
  message: string;
}

export class CorrectionNoticeDto {
  @ApiProperty({ example: 1 })
  number: number;

  @ApiProperty({ format: 'date' })
  issuedOn: string;

  @ApiProperty({ type: [CorrectionItemDto] })
  items: CorrectionItemDto[];

  @ApiProperty({ type: String, nullable: true })
  lateReason: string | null;
}

export class RemedyDto {
  /** REVIEW 行政复议, SUIT 行政诉讼 */
  @ApiProperty({ enum: ['REVIEW', 'SUIT'] })
  type: string;

  /** Where it is lodged. */
  @ApiProperty({ type: [String], example: ['北京市人民政府'] })
  bodies: string[];

  /** Last day, counted from the day of the decision. */
  @ApiProperty({ format: 'date' })
  lastDay: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;
}

export class AppliedRuleDto {
  @ApiProperty({ example: 'SG-MEMBERS' })
  id: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  @ApiProperty({ format: 'date', example: '2016-02-06' })
  inForceFrom: string;

  /** How far its source was checked. */
  @ApiProperty({ enum: ['VERIFIED', 'RESTATED', 'MEMORY', 'DESIGN'] })
  mark: string;
}

export class DecisionDto {
  @ApiProperty({ example: '110000民社准〔2026〕7号' })
  number: string;

  @ApiProperty({ enum: ['APPROVED', 'REFUSED', 'NOT_ADMITTED', 'RECORDED', 'NOT_RECORDED', 'ORDERED', 'REJECTED'] })
  outcome: string;

  @ApiProperty({ format: 'date' })
  decidedOn: string;

  /** Code of the ground of a refusal. */
  @ApiProperty({ type: String, nullable: true, example: null })
  ground: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  /** Rights against a refusal, with bodies and last days. */
  @ApiProperty({ type: [RemedyDto], nullable: true })
  remedies: RemedyDto[] | null;

  /** The rows of law applied, as in force that day. */
  @ApiProperty({ type: [AppliedRuleDto] })
  rules: AppliedRuleDto[];

  @ApiProperty({ type: String, nullable: true, example: '51110000MJD000007H' })
  creditCode: string | null;

  @ApiProperty({ type: String, nullable: true, example: '110000-2026-000007' })
  certificateNumber: string | null;

  /** Last day for the delivery of the certificate (许可法 第四十四条). */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  certificateDueOn: string | null;
}

/** What the answer of every case of this lib says, whatever was filed in it. */
export class CaseAnswerDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'SUBMITTED' })
  state: string;

  @ApiProperty({ type: StateTitleDto })
  stateTitle: StateTitleDto;

  /** What the caller may do now. */
  @ApiProperty({ type: [String], example: ['request-correction', 'accept', 'not-admit'] })
  allowedActions: string[];

  @ApiProperty({ type: ClockDto })
  clock: ClockDto;

  @ApiProperty({ example: 3 })
  version: number;

  @ApiProperty({ type: String, nullable: true, example: '110000民社收〔2026〕12号' })
  receiptNumber: string | null;

  @ApiProperty({ type: [CorrectionNoticeDto] })
  correctionNotices: CorrectionNoticeDto[];

  @ApiProperty({ type: DecisionDto, nullable: true })
  decision: DecisionDto | null;

  @ApiProperty({ type: [StepDto] })
  steps: StepDto[];
}

export class RegistrationDto extends CaseAnswerDto {
  /** As filed; numbers of documents and phones are masked. */
  @ApiProperty({ type: ApplicationInput })
  application: ApplicationInput;
}

export class RegistrationSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'DRAFT' })
  state: string;

  @ApiProperty({ type: StateTitleDto })
  stateTitle: StateTitleDto;

  @ApiProperty({ example: '北京市智能装备技术学会' })
  name: string;

  @ApiProperty({ example: '110000' })
  authority: string;

  @ApiProperty({ type: String, nullable: true })
  receiptNumber: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class RegistrationPageDto extends PageOf(RegistrationSummaryDto) {}

export class ValidationDto {
  /** True when the application could be granted as it is. */
  @ApiProperty({ example: false })
  valid: boolean;

  @ApiProperty({ type: [ProblemViolationDto] })
  violations: ProblemViolationDto[];
}

export class RefusalGroundDto {
  @ApiProperty({ example: 'R2' })
  code: string;

  @ApiProperty({ example: '在同一行政区域内已有业务范围相同或者相似的社会团体，没有必要成立' })
  title: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;
}

export class GroundsDto {
  @ApiProperty({ type: [RefusalGroundDto] })
  refusal: RefusalGroundDto[];

  /** Of the matters of an organization, whatever its kind. */
  @ApiProperty({ type: [RefusalGroundDto] })
  matter: RefusalGroundDto[];

  @ApiProperty({ type: [RefusalGroundDto] })
  nonAdmission: RefusalGroundDto[];
}
