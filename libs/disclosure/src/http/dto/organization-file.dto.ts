import { ApiProperty } from '@nestjs/swagger';
import { CitationDto, PageOf } from '@app/platform';
import { PublicEntryDto, PublicFileDto } from './public-organization.dto.js';

/** What stands against an organization; the public does not see it. */
export class RecordedRestrictionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Division of who imposed it: it binds the registrars there and below. */
  @ApiProperty({ example: '110000' })
  authority: string;

  /** BAR forbids the actions; WARN makes the officer see it before each. */
  @ApiProperty({ enum: ['BAR', 'WARN'] })
  effect: 'BAR' | 'WARN';

  /** `<procedure>.<action>`, or `<procedure>.*`. */
  @ApiProperty({ type: [String], example: ['establishment.approve'] })
  actions: string[];

  @ApiProperty({ example: '2026年京民罚字第3号决定' })
  reason: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  @ApiProperty({ format: 'date', example: '2026-11-24' })
  from: string;

  /** Last day; null: until lifted. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2031-11-23' })
  until: string | null;

  /** The day on which it was lifted. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  liftedOn: string | null;
}

export class OrganizationFileDto extends PublicFileDto {
  /** All that were imposed by then, those that have ended too. */
  @ApiProperty({ type: [RecordedRestrictionDto] })
  restrictions: RecordedRestrictionDto[];
}

export class OrganizationEntryDto extends PublicEntryDto {
  /** The restrictions that it imposed or lifted. */
  @ApiProperty({ type: [RecordedRestrictionDto] })
  restrictions: RecordedRestrictionDto[];

  /** Username of who recorded it; null: the system itself. */
  @ApiProperty({ type: String, nullable: true, example: 'approval' })
  recordedBy: string | null;

  /** The case in which it was decided. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  caseId: string | null;
}

export class OrganizationEntriesDto extends PageOf(OrganizationEntryDto) {}
