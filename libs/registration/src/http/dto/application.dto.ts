import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsLegalDate } from '@app/platform';
import { CATEGORIES, KINDS, type Category, type Kind } from '@app/register';
import type { DocumentKind, Track } from '../../domain/establishment.facts.js';
import { LeaderInput, PersonInput } from './person.dto.js';

export const DOCUMENT_KINDS = [
  'APPLICATION_FORM',
  'SUPERVISOR_CONSENT',
  'CAPITAL_VERIFICATION',
  'PREMISES_RIGHT',
  'PERSONS_IDENTITY',
  'CHARTER_DRAFT',
  'MEMBER_ROSTER',
  'DIRECTOR_LIST',
  'LEADER_RESUMES',
  'CLASS_SELF_ASSESSMENT',
  'INITIATORS_STATEMENT',
  'PRACTICE_LICENCE',
] as const satisfies readonly DocumentKind[];

const MOST = 2_000_000_000;

export class MembersInput {
  /** 个人会员 */
  @ApiProperty({ example: 52 })
  @IsInt()
  @Min(0)
  @Max(MOST)
  individuals: number = 0;

  /** 单位会员 */
  @ApiProperty({ example: 0 })
  @IsInt()
  @Min(0)
  @Max(MOST)
  units: number = 0;
}

export class SupervisingUnitInput {
  /** 业务主管单位 */
  @ApiProperty({ example: '北京市科学技术协会' })
  @IsString()
  @MaxLength(100)
  name: string;

  /** Day of its consent. */
  @ApiPropertyOptional({ format: 'date', example: '2026-11-02' })
  @IsOptional()
  @IsLegalDate()
  consentedOn?: string;
}

export class CouncilInput {
  /** 理事人数 */
  @ApiProperty({ example: 9 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  directors: number;

  /** 每届任期（年） */
  @ApiProperty({ example: 5 })
  @IsInt()
  @Min(0)
  @Max(100)
  termYears: number;

  /** Directors who are close relatives of another. */
  @ApiProperty({ example: 0 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  relatedDirectors: number;

  /** Directors who are paid by the foundation. */
  @ApiProperty({ example: 2 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  paidDirectors: number;

  /** 监事人数 */
  @ApiProperty({ example: 1 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  supervisors: number;

  /** Supervisors who are directors, their kin or finance staff. */
  @ApiProperty({ example: 0 })
  @IsInt()
  @Min(0)
  @Max(10_000)
  conflictedSupervisors: number;
}

export class NatureInput {
  /** 境外非政府组织代表机构 */
  @ApiProperty({ example: false })
  @IsBoolean()
  overseasOffice: boolean = false;

  /** 参加政协的人民团体 */
  @ApiProperty({ example: false })
  @IsBoolean()
  cppccBody: boolean = false;

  /** 国务院批准免于登记 */
  @ApiProperty({ example: false })
  @IsBoolean()
  exemptedByStateCouncil: boolean = false;

  /** 单位内部团体 */
  @ApiProperty({ example: false })
  @IsBoolean()
  internalToOneUnit: boolean = false;

  /** 政治法律类 */
  @ApiProperty({ example: false })
  @IsBoolean()
  politicalOrLegal: boolean = false;

  /** 宗教类 */
  @ApiProperty({ example: false })
  @IsBoolean()
  religious: boolean = false;
}

export class AttachmentInput {
  @ApiProperty({ enum: DOCUMENT_KINDS })
  @IsIn(DOCUMENT_KINDS)
  kind: DocumentKind;

  /** Of a document that the applicant uploaded. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  documentId: string;
}

/** An application for establishment. A draft may leave out what is not known yet; `validate` tells all that is missing. */
export class ApplicationInput {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind: Kind;

  @ApiProperty({ enum: ['DIRECT', 'DUAL'] })
  @IsIn(['DIRECT', 'DUAL'])
  track: Track;

  /** Class claimed for direct registration. */
  @ApiPropertyOptional({ enum: CATEGORIES })
  @IsOptional()
  @IsIn(CATEGORIES)
  category?: Category;

  @ApiPropertyOptional({ example: '从事智能装备领域的工程技术研究与学术交流' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  categoryReason?: string;

  /** The registrar: six digits of its division; 100000 is the ministry. */
  @ApiProperty({ example: '110000' })
  @Matches(/^\d{6}$/)
  authority: string;

  /** Where it will sit: six digits, nine for a street. */
  @ApiPropertyOptional({ example: '110108' })
  @IsOptional()
  @Matches(/^(\d{6}(\d{3})?)?$/)
  division: string = '';

  @ApiPropertyOptional({ example: '北京市智能装备技术学会' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name: string = '';

  @ApiPropertyOptional({ example: '北京市海淀区学院路1号' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  residence: string = '';

  @ApiPropertyOptional({ example: '促进智能装备技术的学术交流与科学普及' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  purpose: string = '';

  @ApiPropertyOptional({ example: '学术交流、科学普及、技术咨询、专业培训' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  scope: string = '';

  @ApiPropertyOptional({ example: '北京市' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  activityArea: string = '';

  /** Yuan. */
  @ApiPropertyOptional({ example: 30_000 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  funds: number = 0;

  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean()
  fundsPaidInCash: boolean = false;

  @ApiPropertyOptional({ enum: ['PUBLIC', 'NON_PUBLIC'] })
  @IsOptional()
  @IsIn(['PUBLIC', 'NON_PUBLIC'])
  fundraising?: 'PUBLIC' | 'NON_PUBLIC';

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  privatelyFunded?: boolean;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  mainlandFunded?: boolean;

  /** Asks to be a charity (慈善组织) from birth. */
  @ApiPropertyOptional({ example: false })
  @IsOptional()
  @IsBoolean()
  charity: boolean = false;

  @ApiPropertyOptional({ type: MembersInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => MembersInput)
  members: MembersInput = new MembersInput();

  @ApiPropertyOptional({ example: 2 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  fullTimeStaff: number = 0;

  @ApiPropertyOptional({ type: [String], example: ['会员大会', '理事会', '监事'] })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  organs: string[] = [];

  @ApiPropertyOptional({ example: true })
  @IsOptional()
  @IsBoolean()
  independentLiability: boolean = false;

  @ApiPropertyOptional({ type: SupervisingUnitInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupervisingUnitInput)
  supervisingUnit?: SupervisingUnitInput;

  /** Items of the charter article that the draft contains, by their number in it. */
  @ApiPropertyOptional({ type: [Number], example: [1, 2, 3, 4, 5, 6, 7, 8, 9] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  charterItems: number[] = [];

  /** A charity: items of Charity Law art. 11 that the draft contains. */
  @ApiPropertyOptional({ type: [Number], example: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(30, { each: true })
  charityCharterItems?: number[];

  @ApiPropertyOptional({ type: CouncilInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => CouncilInput)
  council?: CouncilInput;

  @ApiPropertyOptional({ type: [AttachmentInput] })
  @IsOptional()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AttachmentInput)
  documents: AttachmentInput[] = [];

  @ApiPropertyOptional({ type: NatureInput })
  @IsOptional()
  @ValidateNested()
  @Type(() => NatureInput)
  nature: NatureInput = new NatureInput();

  @ApiPropertyOptional({ type: [PersonInput] })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PersonInput)
  initiators: PersonInput[] = [];

  @ApiPropertyOptional({ type: [LeaderInput] })
  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LeaderInput)
  leaders: LeaderInput[] = [];
}
