import { ApiProperty } from '@nestjs/swagger';
import { OneOf, OptionalWords, OrNull, PageOf, Words } from '@app/platform';
import { CreditCode, HubCode } from './fields.js';

const RELATIONS = ['PRIMARY', 'RELATED'] as const;

export class MembershipInput {
  @HubCode()
  hub: string;

  @CreditCode()
  creditCode: string;

  @OneOf(['JOIN', 'LEAVE'])
  kind: 'JOIN' | 'LEAVE';

  @OneOf(RELATIONS)
  relation: 'PRIMARY' | 'RELATED';

  @Words(1_000, '业务领域属于贵会联系服务范围')
  reason: string;
}

export class MembershipAnswerInput {
  @OptionalWords(1_000, '同意加入')
  answer?: string;
}

export class MembershipRefusalInput {
  @Words(1_000, '不属于本枢纽领域')
  answer: string;
}

export class MembershipDto extends MembershipInput {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] })
  state: string;

  @ApiProperty({ type: [String], example: ['accept', 'refuse'] })
  allowedActions: string[];

  @ApiProperty({ format: 'date' })
  filedOn: string;

  @OrNull()
  answer: string | null;

  @OrNull('day')
  decidedOn: string | null;

  @ApiProperty({ example: 1 })
  version: number;
}

export class MembershipPageDto extends PageOf(MembershipDto) {}
