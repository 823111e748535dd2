import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { CitationDto, IsInstant, IsLegalDate, PageQuery, PageOf, Optional } from '@app/platform';
import {
  CATEGORIES,
  RECORDED_KINDS,
  RECORDED_STATUSES,
  STANDINGS,
  type Category,
  type RecordedKind,
  type RecordedStatus,
  type Standing,
} from '@app/register';
import {
  AnnotationDto,
  BranchDto,
  EndingDto,
  FormerNameDto,
  LiquidationDto,
  MergerConsentDto,
  SplitDto,
  SuspensionDto,
  TermDto,
  VoidCertificateDto,
} from './organization-life.dto.js';
import type { Listed, Sort } from '../../application/search-organizations.js';

const LISTED = ['NONE', 'ABNORMAL', 'SERIOUS'] as const;
const SORTS = ['relevance', 'foundedOn', '-foundedOn'] as const;
const DIVISION = /^[1-9]\d{5}(\d{3})?$/;

export class SearchQueryDto extends PageQuery {
  /** Part of the name, or a credit code or its beginning. */
  @ApiPropertyOptional({ example: '智能装备', maxLength: 100 })
  @Optional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: STANDINGS })
  @Optional()
  @IsIn(STANDINGS)
  standing?: Standing;

  @ApiPropertyOptional({ enum: RECORDED_KINDS })
  @Optional()
  @IsIn(RECORDED_KINDS)
  kind?: RecordedKind;

  @ApiPropertyOptional({ enum: RECORDED_STATUSES })
  @Optional()
  @IsIn(RECORDED_STATUSES)
  status?: RecordedStatus;

  /** Where it sits: this division or one below it. */
  @ApiPropertyOptional({ example: '110000' })
  @Optional()
  @Matches(DIVISION)
  division?: string;

  /** Who registered it: the division of that very registrar, digits 3 to 8 of the code. */
  @ApiPropertyOptional({ example: '110000' })
  @Optional()
  @Matches(DIVISION)
  authority?: string;

  /** Code of its primary hub. */
  @ApiPropertyOptional({ example: 'HUB-1-04' })
  @Optional()
  @Matches(/^[A-Z0-9-]{1,40}$/)
  hub?: string;

  @ApiPropertyOptional({ enum: CATEGORIES })
  @Optional()
  @IsIn(CATEGORIES)
  category?: Category;

  @ApiPropertyOptional({ enum: LISTED })
  @Optional()
  @IsIn(LISTED)
  listed?: Listed;

  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsLegalDate()
  foundedFrom?: string;

  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsLegalDate()
  foundedTo?: string;

  @ApiPropertyOptional({ enum: SORTS, default: 'relevance' })
  @Optional()
  @IsIn(SORTS)
  sort: Sort = 'relevance';
}

export class MomentQuery {
  /** The day whose state is asked for; absent: today. */
  @ApiPropertyOptional({ format: 'date' })
  @Optional()
  @IsLegalDate()
  asOf?: string;

  /** Only what had been recorded by this instant. */
  @ApiPropertyOptional({ format: 'date-time' })
  @Optional()
  @IsInstant()
  knownAt?: string;
}

export class FoundOrganizationDto {
  /** Of a legal person. */
  @ApiProperty({ type: String, nullable: true, example: '51110000MJ0101505U' })
  creditCode: string | null;

  /** Of a filed group. */
  @ApiProperty({ type: String, nullable: true, example: null })
  filingNumber: string | null;

  @ApiProperty({ example: '北京数字健康研究会' })
  name: string;

  @ApiProperty({ enum: RECORDED_KINDS })
  kind: RecordedKind;

  /** A FILED group is no legal person, and no illegal organization either. */
  @ApiProperty({ enum: STANDINGS })
  standing: Standing;

  @ApiProperty({ enum: RECORDED_STATUSES })
  status: RecordedStatus;

  @ApiProperty({ enum: CATEGORIES, nullable: true, type: String })
  category: Category | null;

  @ApiProperty({ example: '110108' })
  division: string;

  @ApiProperty({ example: '110000' })
  authority: string;

  @ApiProperty({ format: 'date', example: '2016-03-01' })
  foundedOn: string;

  @ApiProperty({ type: String, nullable: true, example: 'HUB-1-04' })
  hub: string | null;

  @ApiProperty({ enum: LISTED })
  listed: Listed;
}

export class SearchPageDto extends PageOf(FoundOrganizationDto) {}

export class PublicPersonDto {
  @ApiProperty({ type: String, nullable: true, example: '张明' })
  name: string | null;

  @ApiPropertyOptional({ example: '会长' })
  post?: string;
}

/** A hub that an organization is linked to besides its primary one. */
export class RelatedHubDto {
  @ApiProperty({ example: 'HUB-4-01' })
  hub: string;

  @ApiProperty({ format: 'date' })
  since: string;
}

export class PublicFileDto extends FoundOrganizationDto {
  /** Names that it bore before, oldest first. */
  @ApiProperty({ type: [FormerNameDto] })
  formerNames: FormerNameDto[];

  /** 具有法人资格 */
  @ApiProperty({ example: true })
  legalPerson: boolean;

  @ApiProperty({ example: '北京市' })
  authorityName: string;

  @ApiProperty({ example: '北京市海淀区' })
  divisionName: string;

  @ApiProperty({ type: String, nullable: true })
  residence: string | null;

  @ApiProperty({ type: String, nullable: true })
  purpose: string | null;

  @ApiProperty({ type: String, nullable: true })
  scope: string | null;

  @ApiProperty({ type: String, nullable: true })
  activityArea: string | null;

  /** Yuan. */
  @ApiProperty({ type: Number, nullable: true })
  funds: number | null;

  @ApiProperty({ type: String, nullable: true })
  supervisingUnit: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  charity: boolean | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  charitySince: string | null;

  /** The day from which it may raise funds in public. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  publicFundraisingSince: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  charterApprovedOn: string | null;

  @ApiProperty({ type: String, nullable: true })
  certificateNumber: string | null;

  /** Certificates that stand no longer, oldest first. */
  @ApiProperty({ type: [VoidCertificateDto] })
  voidCertificates: VoidCertificateDto[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  sealFiledOn: string | null;

  @ApiProperty({ type: [BranchDto] })
  branches: BranchDto[];

  /** The term of the council that serves now. */
  @ApiProperty({ type: TermDto, nullable: true })
  term: TermDto | null;

  @ApiProperty({ type: SuspensionDto, nullable: true })
  suspension: SuspensionDto | null;

  @ApiProperty({ type: LiquidationDto, nullable: true })
  liquidation: LiquidationDto | null;

  @ApiProperty({ type: EndingDto, nullable: true })
  ending: EndingDto | null;

  @ApiProperty({ type: MergerConsentDto, nullable: true })
  mergerConsent: MergerConsentDto | null;

  /** Codes of the organizations whose rights and duties it took over. */
  @ApiProperty({ type: [String] })
  predecessors: string[];

  /** The filing number that it bore before it was registered. */
  @ApiProperty({ type: String, nullable: true })
  promotedFrom: string | null;

  @ApiProperty({ type: SplitDto, nullable: true })
  split: SplitDto | null;

  /** Remarks that change no registered item, oldest first. */
  @ApiProperty({ type: [AnnotationDto] })
  annotations: AnnotationDto[];

  @ApiProperty({ type: PublicPersonDto, nullable: true })
  legalRepresentative: PublicPersonDto | null;

  @ApiProperty({ type: [PublicPersonDto] })
  leaders: PublicPersonDto[];

  /** Hubs that it is linked to besides its primary one. */
  @ApiProperty({ type: [RelatedHubDto] })
  relatedHubs: RelatedHubDto[];

  /** The day whose state this is. */
  @ApiProperty({ format: 'date' })
  asOf: string;
}

export class PublicEntryDto {
  @ApiProperty({ example: 1 })
  number: number;

  @ApiProperty({ example: 'ESTABLISHED' })
  kind: string;

  @ApiProperty({ format: 'date' })
  legalDate: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt: string;

  @ApiProperty({ type: CitationDto })
  citation: CitationDto;

  /** What it set, of the fields that are public. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  fields: Record<string, unknown>;

  /** The number of the entry whose place it takes. */
  @ApiProperty({ type: Number, nullable: true })
  corrects: number | null;

  /** SHA-256 over everything the entry says. */
  @ApiProperty({ example: '3f6a…' })
  hash: string;
}

export class PublicEntriesDto extends PageOf(PublicEntryDto) {}
