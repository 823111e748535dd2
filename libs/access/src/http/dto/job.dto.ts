import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { JOB_STATES, Optional, PageOf, PageQuery, type JobState } from '@app/platform';

export class JobsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: JOB_STATES })
  @Optional()
  @IsIn(JOB_STATES)
  state?: JobState;
}

export class JobDto {
  @ApiProperty({ example: '42' })
  id: string;

  @ApiProperty({ example: 'establishment.deem-accepted' })
  topic: string;

  @ApiProperty({ enum: JOB_STATES })
  state: JobState;

  @ApiProperty({ example: 0 })
  attempts: number;

  /** Parts of a long job that are done. */
  @ApiProperty({ example: 0 })
  progressDone: number;

  /** All its parts; null for a job that is done at one stroke. */
  @ApiProperty({ type: Number, nullable: true })
  progressTotal: number | null;

  /** Why the last attempt failed. */
  @ApiProperty({ type: String, nullable: true })
  lastError: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** Not before this instant. */
  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  doneAt: string | null;
}

export class JobPageDto extends PageOf(JobDto) {}
