import { ApiProperty } from '@nestjs/swagger';
import type { Bilingual, DaySource, ExplainedDay } from '@app/kernel';
import { CitationDto } from '@app/platform';
import type { CaseRecord } from '../../domain/case.js';
import { explainClock } from '../../domain/clock-explanation.js';
import type { ClockReading } from '../../domain/clock-reading.js';

export class DaySourceDto {
  @ApiProperty({ example: '国务院办公厅关于2026年部分节假日安排的通知' })
  document: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  article: string | null;

  /** Where a notice can be read. */
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  })
  address: string | null;
}

/** One day of a count. */
export class ExplainedDayDto {
  @ApiProperty({ format: 'date', example: '2026-10-10' })
  date: string;

  @ApiProperty({ example: true })
  counts: boolean;

  /** Which day of the period it is; 0 is the day of receipt; null for any other day that does not count. */
  @ApiProperty({ type: Number, nullable: true, example: 3 })
  number: number | null;

  /** Why it counts or does not. */
  @ApiProperty({ example: '国庆节调休上班，届满日' })
  why: string;

  /** True while the holidays of its year are not published: it may still change. */
  @ApiProperty({ example: false })
  provisional: boolean;

  /** Where that stands: a notice on holidays, or an article; null while no notice is out. */
  @ApiProperty({ type: DaySourceDto, nullable: true })
  source: DaySourceDto | null;
}

/** A clock as lists show it. */
export class BriefClockDto {
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

/** The clock of one case, told day by day. */
export class ClockDto extends BriefClockDto {
  /**
   * From the day of receipt to `dueOn`; while the clock is paused, to the first day of the pause. Null when no clock
   * runs.
   */
  @ApiProperty({ type: [ExplainedDayDto], nullable: true })
  explanation: ExplainedDayDto[] | null;
}

/** A clock in a list. */
export function presentBriefClock(
  record: CaseRecord,
  reading: ClockReading | undefined,
  language: keyof Bilingual,
): BriefClockDto {
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

/** The clock of one case. */
export function presentClock(
  record: CaseRecord,
  reading: ClockReading | undefined,
  language: keyof Bilingual,
): ClockDto {
  const explanation = reading ? explainClock(reading.facts).map((day) => presentDay(day, language)) : null;
  return { ...presentBriefClock(record, reading, language), explanation };
}

function presentDay({ date, counts, number, why, provisional, source }: ExplainedDay, language: keyof Bilingual) {
  return {
    date,
    counts,
    number: number ?? null,
    why: why[language],
    provisional,
    source: source ? presentSource(source) : null,
  };
}

function presentSource({ document, article, address }: DaySource): DaySourceDto {
  return { document, article: article ?? null, address: address ?? null };
}
