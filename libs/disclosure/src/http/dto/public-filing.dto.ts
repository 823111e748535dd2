import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { Optional, OptionalOneOf, OrNull, PageOf, PageQuery } from '@app/platform';
import {
  FILED_STATUSES,
  FILING_ENDS,
  FILING_ROUTES,
  GROUP_KINDS,
  type FiledStatus,
  type FilingRoute,
  type GroupKind,
} from '@app/register';

export class FilingsQueryDto extends PageQuery {
  /** Part of the name, or a filing number or its beginning. */
  @ApiPropertyOptional({ example: '合唱', maxLength: 100 })
  @Optional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Where it meets: this division or one below it. */
  @ApiPropertyOptional({ example: '110101' })
  @Optional()
  @Matches(/^[1-9]\d{5}(\d{3})?$/)
  division?: string;

  @OptionalOneOf(FILED_STATUSES)
  status?: FiledStatus;
}

/** What every answer about a filed group says of its standing. */
export class FiledStandingDto {
  /** Never: a filed group is no legal person. */
  @ApiProperty({ example: false })
  legalPerson: boolean;

  /** Nor is it an illegal organization. */
  @ApiProperty({ example: '已备案，不具有法人资格；依法备案的社会组织不是非法社会组织' })
  standingNote: string;
}

export class FoundFilingDto extends FiledStandingDto {
  @ApiProperty({ example: 'B11010100126000001' })
  filingNumber: string;

  @ApiProperty({ example: '东华门街道晨光合唱队' })
  name: string;

  @ApiProperty({ enum: FILED_STATUSES })
  status: FiledStatus;

  @ApiProperty({ example: '110101001' })
  division: string;

  @ApiProperty({ format: 'date' })
  filedOn: string;

  @OrNull('text', 'HUB-1-04')
  hub: string | null;
}

export class FilingSearchPageDto extends PageOf(FoundFilingDto) {}

export class PublicOnlineDto {
  @ApiProperty({ example: '微信' })
  platform: string;

  @ApiProperty({ example: '38201765' })
  groupNumber: string;

  @ApiProperty()
  moderationRule: string;
}

export class PublicFilingEndingDto {
  @ApiProperty({ format: 'date' })
  on: string;

  @ApiProperty({ enum: FILING_ENDS })
  cause: string;

  /** The group or organization that goes on in its place. */
  @ApiProperty({ type: [String] })
  successors: string[];
}

export class PublicFilingDto extends FoundFilingDto {
  @ApiProperty({ enum: FILING_ROUTES })
  route: FilingRoute;

  @ApiProperty({ enum: GROUP_KINDS })
  groupKind: GroupKind;

  @ApiProperty({ example: '北京市东城区东华门街道' })
  divisionName: string;

  /** Who filed it: the division of the office or hub. */
  @ApiProperty({ example: '110101001' })
  authority: string;

  @ApiProperty({ example: '北京市东城区东华门街道' })
  authorityName: string;

  /** The hub that filed it. */
  @OrNull('text', 'HUB-1-04')
  filedByHub: string | null;

  @ApiProperty()
  purpose: string;

  @ApiProperty()
  activities: string;

  @ApiProperty({ example: 18 })
  memberCount: number;

  /** The day by which it is to be renewed. */
  @ApiProperty({ format: 'date' })
  reviewOn: string;

  @ApiProperty({ type: PublicOnlineDto, nullable: true })
  online: PublicOnlineDto | null;

  /** Filing numbers that were merged into it. */
  @ApiProperty({ type: [String] })
  predecessors: string[];

  @ApiProperty({ type: PublicFilingEndingDto, nullable: true })
  ending: PublicFilingEndingDto | null;
}
