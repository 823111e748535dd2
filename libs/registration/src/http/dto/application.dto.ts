import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CountField, FlagField, Nested, NestedEach, Optional, TextField } from '@app/platform';
import { CATEGORIES, KINDS, type Category, type Kind } from '@app/register';
import type { Track } from '../../domain/establishment.facts.js';
import {
  AttachmentInput,
  CouncilInput,
  MembersInput,
  NatureInput,
  SupervisingUnitInput,
} from './application-parts.dto.js';
import { LeaderInput, PersonInput } from './person.dto.js';

const TRACKS = ['DIRECT', 'DUAL'] as const satisfies readonly Track[];
const FUNDRAISING = ['PUBLIC', 'NON_PUBLIC'] as const;

/** An application for establishment. A draft may leave out what is not known yet; `validate` tells all that is missing. */
export class ApplicationInput {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: Kind;

  /** DIRECT: with civil affairs alone; DUAL: with the consent of a supervising unit. */
  @ApiProperty({ enum: TRACKS })
  @IsIn(TRACKS)
  track: Track;

  /** Class claimed for direct registration. */
  @ApiPropertyOptional({ enum: CATEGORIES })
  @Optional()
  @IsIn(CATEGORIES)
  category?: Category;

  @TextField(2_000, '从事智能装备领域的工程技术研究与学术交流')
  categoryReason?: string;

  /** The registrar: six digits of its division; 100000 is the ministry. */
  @ApiProperty({ example: '110000' })
  @Matches(/^\d{6}$/)
  authority: string;

  /** Where it will sit: six digits, nine for a street. */
  @ApiPropertyOptional({ example: '110108' })
  @Optional()
  @Matches(/^(\d{6}(\d{3})?)?$/)
  division: string = '';

  @TextField(100, '北京市智能装备技术学会')
  name: string = '';

  @TextField(200, '北京市海淀区学院路1号')
  residence: string = '';

  @TextField(2_000, '促进智能装备技术的学术交流与科学普及')
  purpose: string = '';

  @TextField(2_000, '学术交流、科学普及、技术咨询、专业培训')
  scope: string = '';

  @TextField(200, '北京市')
  activityArea: string = '';

  /** Yuan. */
  @CountField(1_000_000_000_000, 30_000)
  funds: number = 0;

  /** Foundation: the original fund is cash that has arrived. */
  @FlagField(true)
  fundsPaidInCash: boolean = false;

  @ApiPropertyOptional({ enum: FUNDRAISING })
  @Optional()
  @IsIn(FUNDRAISING)
  fundraising?: 'PUBLIC' | 'NON_PUBLIC';

  @FlagField(true)
  privatelyFunded?: boolean;

  @FlagField(true)
  mainlandFunded?: boolean;

  /** Asks to be a charity (慈善组织) from birth. */
  @FlagField(false)
  charity: boolean = false;

  @ApiPropertyOptional({ type: MembersInput })
  @Optional()
  @Nested(() => MembersInput)
  members: MembersInput = new MembersInput();

  @CountField(2_000_000_000, 2)
  fullTimeStaff: number = 0;

  @ApiPropertyOptional({ type: [String], example: ['会员大会', '理事会', '监事'] })
  @Optional()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  organs: string[] = [];

  @FlagField(true)
  independentLiability: boolean = false;

  @ApiPropertyOptional({ type: SupervisingUnitInput })
  @Optional()
  @Nested(() => SupervisingUnitInput)
  supervisingUnit?: SupervisingUnitInput;

  /** Items of the charter article that the draft contains, by their number in it. */
  @ApiPropertyOptional({ type: [Number], example: [1, 2, 3, 4, 5, 6, 7, 8, 9] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  charterItems: number[] = [];

  /** A charity: items of Charity Law art. 11 that the draft contains. */
  @ApiPropertyOptional({ type: [Number], example: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  charityCharterItems?: number[];

  @ApiPropertyOptional({ type: CouncilInput })
  @Optional()
  @Nested(() => CouncilInput)
  council?: CouncilInput;

  @ApiPropertyOptional({ type: [AttachmentInput] })
  @Optional()
  @NestedEach(() => AttachmentInput, { max: 60 })
  documents: AttachmentInput[] = [];

  /** Code of the organization of whose split it comes (分立). */
  @ApiPropertyOptional({ example: '51110000MJ0101505U' })
  @Optional()
  @Matches(/^[0-9A-Z]{18}$/)
  splitFrom?: string;

  /** Filing number of the group that becomes this organization: its filing ends with the grant. */
  @ApiPropertyOptional({ example: 'B11010100126000001' })
  @Optional()
  @Matches(/^B\d{17}$/)
  promotes?: string;

  @ApiPropertyOptional({ type: NatureInput })
  @Optional()
  @Nested(() => NatureInput)
  nature: NatureInput = new NatureInput();

  @ApiPropertyOptional({ type: [PersonInput] })
  @Optional()
  @NestedEach(() => PersonInput, { max: 100 })
  initiators: PersonInput[] = [];

  @ApiPropertyOptional({ type: [LeaderInput] })
  @Optional()
  @NestedEach(() => LeaderInput, { max: 100 })
  leaders: LeaderInput[] = [];
}
