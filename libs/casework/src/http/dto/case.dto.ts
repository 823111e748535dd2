import { ApiProperty } from '@nestjs/swagger';
import { CitationDto } from '@app/platform';
import type { CaseWorkflow, StepRecord } from '../../domain/case.js';

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
