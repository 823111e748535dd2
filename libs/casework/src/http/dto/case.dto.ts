import { ApiProperty } from '@nestjs/swagger';
import type { Bilingual } from '@app/kernel';
import { CitationDto } from '@app/platform';
import type { CaseRecord, CaseWorkflow, StepRecord } from '../../domain/case.js';
import type { ClockReading } from '../../domain/clock-reading.js';

export class ClockDto {
  /** The day on which the papers came in. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-11-24' })
  receivedOn: string | null;

  /** Last day of the running period; null while it stands still. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-01-23' })
  dueOn: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  pausedSince: string | null;

  /** In `unit`; negative when overdue; null when no clock runs. */
  @ApiProperty({ type: Number, nullable: true, example: 60 })
  remainingDays: number | null;

  @ApiProperty({ enum: ['natural', 'working'], nullable: true, type: String })
  unit: 'natural' | 'working' | null;

  @ApiProperty({ enum: ['GREEN', 'YELLOW', 'RED', 'GREY'] })
  light: 'GREEN' | 'YELLOW' | 'RED' | 'GREY';

  /** The light in words. */
  @ApiProperty({ example: '余60日' })
  lightWord: string;

  /** The law that sets the period. */
  @ApiProperty({ type: CitationDto, nullable: true })
  citation: CitationDto | null;

  /** True when the last day lies in a year whose holidays are not published yet. */
  @ApiProperty({ example: false })
  provisional: boolean;
}

export class StepDto {
  @ApiProperty({ example: 1 })
  number: number;

  @ApiProperty({ example: 'submit' })
  action: string;

  @ApiProperty({ example: 'DRAFT' })
  fromState: string;

  @ApiProperty({ example: 'SUBMITTED' })
  toState: string;

  /** Who took it, by office. */
  @ApiProperty({ example: 'APPLICANT' })
  party: string;

  @ApiProperty({ format: 'date', example: '2026-11-24' })
  legalDate: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** What the step recorded besides: a notice, an opinion, a decision. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  detail: Record<string, unknown>;
}

export function presentClock(
  record: CaseRecord,
  reading: ClockReading | undefined,
  language: keyof Bilingual,
): ClockDto {
  return {
    receivedOn: record.receivedOn,
    dueOn: reading?.dueOn ?? null,
    pausedSince: reading?.pausedSince ?? null,
    remainingDays: reading?.remainingDays ?? null,
    unit: reading?.unit ?? null,
    light: reading?.light.colour ?? 'GREY',
    lightWord: reading?.light.word[language] ?? (language === 'zh' ? '未计时' : 'no clock'),
    citation: reading?.citation ?? null,
    provisional: reading?.provisional ?? false,
  };
}

/** A step as its reader may see it: the applicant does not see warnings and the office's internal reasons. */
export function presentStep(step: StepRecord, workflow: CaseWorkflow, insider: boolean): StepDto {
  const { number, action, fromState, toState, party, legalDate, at, citation } = step;
  const internal = workflow.states[fromState].on[action]?.internal ?? false;
  const { warnings: _warnings, ...detail } = step.detail;
  const seen = insider ? step : { reason: internal ? null : step.reason, detail: internal ? {} : detail };
  return {
    number,
    action,
    fromState,
    toState,
    party,
    legalDate,
    at: at.toISOString(),
    citation,
    reason: seen.reason,
    detail: seen.detail,
  };
}
