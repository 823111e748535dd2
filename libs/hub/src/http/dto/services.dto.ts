import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Day, OneOf, Optional, OrNull, PageOf, Words } from '@app/platform';
import { SERVICE_KINDS, type ServiceKind } from '../../application/desk/services.js';
import { CreditCode, CreditCodes, HubCode } from './fields.js';

export class ServiceInput {
  @OneOf(SERVICE_KINDS)
  kind: ServiceKind;

  @Words(200, '社会组织财务规范培训')
  title: string;

  @Day()
  beginsOn: string;

  @Day()
  endsOn: string;

  /** Codes of the members that take part. */
  @CreditCodes(1_000)
  participants: string[];
}

export class ServiceOutcomeInput {
  @Words(4_000, '四十家成员单位参加，考核合格率百分之九十五')
  outcome: string;
}

/** A service as the public sees it. */
export class PublicServiceDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'HUB-1-04' })
  hub: string;

  @ApiProperty({ enum: SERVICE_KINDS })
  kind: string;

  @ApiProperty({ example: '社会组织财务规范培训' })
  title: string;

  @ApiProperty({ format: 'date' })
  beginsOn: string;

  @ApiProperty({ format: 'date' })
  endsOn: string;

  @OrNull()
  outcome: string | null;

  @OrNull('day')
  publishedOn: string | null;
}

export class PublicServicePageDto extends PageOf(PublicServiceDto) {}

export class ServiceDto extends PublicServiceDto {
  @ApiProperty({ type: [String] })
  participants: string[];

  @OrNull('day')
  completedOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class ServicePageDto extends PageOf(ServiceDto) {}

export class ServiceRequestInput {
  @HubCode()
  hub: string;

  @CreditCode()
  creditCode: string;

  @OneOf(SERVICE_KINDS)
  kind: ServiceKind;

  @Words(2_000, '希望得到公益项目申报方面的指导')
  need: string;
}

export class RequestAnswerInput {
  @Words(2_000, '已安排专人联系')
  answer: string;
}

export class FulfilRequestInput extends RequestAnswerInput {
  /** The service by which it was fulfilled. */
  @ApiPropertyOptional({ format: 'uuid' })
  @Optional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  service?: string;
}

export class ServiceRequestDto extends ServiceRequestInput {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['REQUESTED', 'TAKEN_UP', 'DECLINED', 'FULFILLED', 'WITHDRAWN'] })
  state: string;

  @ApiProperty({ type: [String], example: ['take-up', 'decline'] })
  allowedActions: string[];

  @ApiProperty({ format: 'date' })
  filedOn: string;

  @OrNull()
  answer: string | null;

  @OrNull('day')
  answeredOn: string | null;

  @OrNull()
  service: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class ServiceRequestPageDto extends PageOf(ServiceRequestDto) {}
