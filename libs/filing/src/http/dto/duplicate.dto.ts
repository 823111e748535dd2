import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { OneOf, Optional, OptionalOneOf, OrNull, PageOf, PageQuery, Words } from '@app/platform';
import { FILED_STATUSES, FILING_ROUTES } from '@app/register';

const DUPLICATE_STATES = ['OPEN', 'DIFFERENT', 'SAME', 'MERGED', 'SETTLED'] as const;
const SIGNS = ['SAME_ONLINE_GROUP', 'SAME_NAME', 'SIMILAR_NAME', 'SAME_LEADER'] as const;

export class DuplicateQuery extends PageQuery {
  @OptionalOneOf(DUPLICATE_STATES)
  state?: (typeof DUPLICATE_STATES)[number];
}

export class ComparedGroupDto {
  @ApiProperty({ example: 'B11010100126000001' })
  filingNumber: string;

  @ApiProperty({ example: '东华门街道晨光合唱队' })
  name: string;

  @ApiProperty({ enum: FILING_ROUTES })
  route: string;

  @ApiProperty({ example: '110101001' })
  office: string;

  @ApiProperty({ example: '110101001' })
  division: string;

  @ApiProperty({ enum: FILED_STATUSES })
  status: string;

  @ApiProperty({ format: 'date' })
  filedOn: string;

  @ApiProperty({ example: 18 })
  memberCount: number;
}

/** Two filings that may be of one group, side by side. */
export class DuplicateDto {
  @ApiProperty({ example: '7' })
  id: string;

  @ApiProperty({ type: ComparedGroupDto })
  first: ComparedGroupDto;

  @ApiProperty({ type: ComparedGroupDto })
  second: ComparedGroupDto;

  @ApiProperty({ enum: SIGNS, isArray: true })
  signs: string[];

  @ApiProperty({ format: 'date' })
  foundOn: string;

  /** SETTLED: one of the two ended before anybody decided. */
  @ApiProperty({ enum: DUPLICATE_STATES })
  state: string;

  @OrNull('text', 'B11010100126000001')
  keptNumber: string | null;

  @OrNull()
  reason: string | null;

  @OrNull('day')
  decidedOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class DuplicatePageDto extends PageOf(DuplicateDto) {}

export class DuplicateDecisionInput {
  /** DIFFERENT: both stand. SAME: the other was filed a second time. MERGE: the other goes into the one that stays. */
  @OneOf(['DIFFERENT', 'SAME', 'MERGE'])
  decision: 'DIFFERENT' | 'SAME' | 'MERGE';

  /** The filing number of the one that stays; not with DIFFERENT. */
  @ApiPropertyOptional({ example: 'B11010100126000001' })
  @Optional()
  @Matches(/^B\d{17}$/)
  keep?: string;

  @Words(2_000, '同一负责人、同一批成员，先后在街道和枢纽备案')
  reason: string;
}
