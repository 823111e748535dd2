import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, Matches, MaxLength } from 'class-validator';
import {
  CountField,
  FlagField,
  Nested,
  NestedEach,
  OneOf,
  Optional,
  OptionalOneOf,
  OptionalWords,
  Papers,
  TextField,
  Words,
} from '@app/platform';
import { FILING_ROUTES, GROUP_KINDS, ID_KINDS, type FilingRoute, type GroupKind, type IdKind } from '@app/register';
import { FILING_REFUSALS, type FilingRefusal } from '../../domain/filing.table.js';

const OFFICE = /^(\d{9}|HUB-[0-9A-Z-]{1,30})$/;
export const REFUSALS = Object.keys(FILING_REFUSALS) as FilingRefusal[];
export const CAUSES = ['OWN_WISH', 'DISSOLVED', 'BREACH'] as const;

/** Where a group of the net meets. */
export class OnlineInput {
  @TextField(60, '微信')
  platform: string = '';

  /** The number by which the platform knows the group. */
  @TextField(60, '38201765')
  groupNumber: string = '';

  @TextField(2_000, '群主与管理员实名，禁止广告与谣言，违者移出')
  moderationRule: string = '';
}

/** What a group says of itself. A draft may leave out what is not known yet. */
export class GroupInput {
  @TextField(40, '东华门街道晨光合唱队')
  name: string = '';

  @OptionalOneOf(GROUP_KINDS)
  groupKind?: GroupKind;

  /** The street or township where it meets, nine digits. */
  @ApiPropertyOptional({ example: '110101001' })
  @Optional()
  @Matches(/^(\d{9})?$/)
  division: string = '';

  @TextField(2_000, '丰富社区居民文化生活')
  purpose: string = '';

  @TextField(2_000, '每周排练，参加社区演出')
  activities: string = '';

  @CountField(1_000_000, 18)
  memberCount: number = 0;

  /** Yuan. */
  @CountField(1_000_000_000, 2_000)
  funds: number = 0;

  @TextField(500, '成员自筹')
  fundsSource: string = '';

  @FlagField(false)
  hasPremises: boolean = false;

  @CountField(100_000, 0)
  fullTimeStaff: number = 0;

  @FlagField(false)
  forProfit: boolean = false;

  /** 活动规则 */
  @TextField(4_000, '成员自愿加入，队长每年推选一次')
  ruleSheet: string = '';

  /** 居民委员会意见; at a street. */
  @TextField(2_000, '同意备案')
  communityOpinion?: string;

  /** How it belongs to the field of the hub; of a hub. */
  @TextField(500, '群众性合唱活动')
  field?: string;

  /** Of a group of the net. */
  @ApiPropertyOptional({ type: OnlineInput })
  @Optional()
  @Nested(() => OnlineInput)
  online?: OnlineInput;

  @Papers()
  documents: string[];
}

export class GroupPersonInput {
  @TextField(60, '李平')
  name: string = '';

  @ApiPropertyOptional({ enum: ID_KINDS })
  @Optional()
  @IsIn(ID_KINDS)
  idKind: IdKind = 'RESIDENT_ID';

  /** Stored encrypted; every answer shows it masked. */
  @TextField(40, '110101199003070038')
  idNumber: string = '';
}

export class GroupLeaderInput extends GroupPersonInput {
  /** Stored encrypted; every answer shows it masked. */
  @TextField(30, '13800000000')
  phone: string = '';
}

export class OfflineContactInput {
  @TextField(60, '王芳')
  name: string = '';

  /** Stored encrypted; every answer shows it masked. */
  @TextField(30, '13800000001')
  phone: string = '';
}

/** The persons of a group and where it meets: stored encrypted. */
export class GroupPersonsInput {
  @ApiProperty({ type: GroupLeaderInput })
  @Nested(() => GroupLeaderInput)
  leader: GroupLeaderInput;

  /** Of a group of the net: who runs it there. */
  @ApiPropertyOptional({ type: [GroupPersonInput] })
  @Optional()
  @NestedEach(() => GroupPersonInput, { max: 20 })
  administrators: GroupPersonInput[] = [];

  @ApiPropertyOptional({ type: OfflineContactInput })
  @Optional()
  @Nested(() => OfflineContactInput)
  offlineContact?: OfflineContactInput;

  @TextField(200, '东华门街道文化活动中心')
  meetingPlace: string = '';
}

export class GroupChangeInput {
  @ApiProperty({ type: GroupInput })
  @Nested(() => GroupInput)
  group: GroupInput;

  @ApiProperty({ type: GroupPersonsInput })
  @Nested(() => GroupPersonsInput)
  persons: GroupPersonsInput;

  @OptionalWords(2_000, '队长换人')
  reason?: string;
}

export class FilingInput extends GroupChangeInput {
  @OneOf(FILING_ROUTES)
  route: FilingRoute;
}

export class NewFilingInput extends FilingInput {
  /** Who files it: nine digits of a street or township, or the code of a hub. */
  @ApiProperty({ example: '110101001', pattern: OFFICE.source })
  @Matches(OFFICE)
  office: string;
}

export class CancellationInput {
  @OneOf(CAUSES)
  cause: (typeof CAUSES)[number];

  @Words(2_000, '成员已经分散，不再活动')
  reason: string;
}

export class SubmitFilingInput {
  /** File it with the defects that were told. */
  @ApiPropertyOptional({ default: false })
  @Optional()
  @IsBoolean()
  insist: boolean = false;
}

export class FilingCorrectionItemInput {
  /** JSON pointer into what was filed. */
  @ApiProperty({ example: '/group/ruleSheet' })
  @Matches(/^(\/[^/]*)*$/)
  @MaxLength(200)
  pointer: string;

  @Words(1_000, '请补充活动规则')
  message: string;
}

export class FilingCorrectionInput {
  /** Everything that is to be corrected: it can be asked for once. */
  @ApiProperty({ type: [FilingCorrectionItemInput] })
  @NestedEach(() => FilingCorrectionItemInput, { max: 50 })
  items: FilingCorrectionItemInput[];
}

export class CheckInput {
  @Words(2_000, '已到活动地走访，情况属实')
  finding: string;
}

export class JudgedDifferentInput {
  @ApiProperty({ example: 'B11010100126000001' })
  @Matches(/^B\d{17}$/)
  filingNumber: string;

  @Words(1_000, '活动地和成员均不同')
  reason: string;
}

export class RecordFilingInput {
  /** Groups that look like it, each with why it is another: without that it is not recorded. */
  @ApiPropertyOptional({ type: [JudgedDifferentInput] })
  @Optional()
  @NestedEach(() => JudgedDifferentInput, { max: 500 })
  different: JudgedDifferentInput[] = [];
}

export class RefuseFilingInput {
  @OneOf(REFUSALS)
  ground: FilingRefusal;

  @Words(2_000, '成员不足五人')
  reason: string;
}

export class WithdrawFilingInput {
  @OptionalWords(2_000, '材料准备不足')
  reason?: string;
}

export class RevealGroupPersonsInput {
  /** What the numbers are needed for: it stands in the audit trail. */
  @Words(500, '核对负责人身份证件')
  reason: string;
}
