import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { CountField, FlagField, IsRecordedDate, Optional } from '@app/platform';
import type { DocumentKind } from '../../domain/establishment.facts.js';

/** The papers of an application by kind, as the three Regulations name them. */
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

const MANY = 2_000_000_000;
const COUNCIL = 10_000;

export class MembersInput {
  /** 个人会员 */
  @CountField(MANY, 52)
  individuals: number = 0;

  /** 单位会员 */
  @CountField(MANY, 0)
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
  @Optional()
  @IsRecordedDate()
  consentedOn?: string;
}

/** The council (理事会) of a foundation and its supervisors. */
export class CouncilInput {
  /** 理事人数 */
  @CountField(COUNCIL, 9)
  directors: number = 0;

  /** 每届任期（年） */
  @CountField(100, 5)
  termYears: number = 0;

  /** Directors who are close relatives of another. */
  @CountField(COUNCIL, 0)
  relatedDirectors: number = 0;

  /** Directors who are paid by the foundation. */
  @CountField(COUNCIL, 2)
  paidDirectors: number = 0;

  /** 监事人数 */
  @CountField(COUNCIL, 1)
  supervisors: number = 0;

  /** Supervisors who are directors, their kin or finance staff. */
  @CountField(COUNCIL, 0)
  conflictedSupervisors: number = 0;
}

/** What would put an organization outside this register, or outside direct registration. */
export class NatureInput {
  /** 境外非政府组织代表机构 */
  @FlagField(false)
  overseasOffice: boolean = false;

  /** 参加政协的人民团体 */
  @FlagField(false)
  cppccBody: boolean = false;

  /** 国务院批准免于登记 */
  @FlagField(false)
  exemptedByStateCouncil: boolean = false;

  /** 单位内部团体 */
  @FlagField(false)
  internalToOneUnit: boolean = false;

  /** 政治法律类 */
  @FlagField(false)
  politicalOrLegal: boolean = false;

  /** 宗教类 */
  @FlagField(false)
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
