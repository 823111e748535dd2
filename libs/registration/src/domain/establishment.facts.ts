import type { LegalDate } from '@app/kernel';
import type { Category, HeldName, Kind } from '@app/register';

/** DIRECT: the four classes register with civil affairs alone; DUAL: a 业务主管单位 consents first. */
export type Track = 'DIRECT' | 'DUAL';

export type Residency = 'MAINLAND' | 'HONG_KONG' | 'MACAO' | 'TAIWAN' | 'FOREIGN';

/** What a person declares of himself; the register adds what it knows as restrictions. */
export interface Declarations {
  /** 正在或者曾经受到剥夺政治权利的刑事处罚 */
  readonly deprivedOfPoliticalRights: boolean;
  /** 具有完全民事行为能力 */
  readonly fullCivilCapacity: boolean;
  /** The day on which a sentence of 管制, 拘役 or 有期徒刑 was served; absent: none. */
  readonly sentenceServedOn?: LegalDate;
  /** The crime of that sentence was intentional (故意犯罪). */
  readonly intentionalCrime?: boolean;
  /** The day on which an organization was revoked or banned for whose breach he answers. */
  readonly responsibleInRevokedOn?: LegalDate;
  /** 现职国家工作人员 */
  readonly servingStateOfficial: boolean;
  /** Names of the 社会团体 whose legal representative he is. */
  readonly representsSocialGroups: readonly string[];
  /** Names of other organizations whose legal representative he is. */
  readonly representsOthers: readonly string[];
  /** Months a year that a person from outside the mainland spends on it. */
  readonly monthsOnMainland?: number;
}

export interface PersonFacts {
  readonly name: string;
  readonly residency: Residency;
  /** True when the identity document's number is well formed (its own check included). */
  readonly documentValid: boolean;
  readonly declarations: Declarations;
}

export interface LeaderFacts extends PersonFacts {
  /** 拟任职务; for a foundation 理事长, 副理事长, 秘书长 are the three that art 23 binds. */
  readonly post: LeaderPost;
  readonly legalRepresentative: boolean;
}

export type LeaderPost = 'CHAIR' | 'VICE_CHAIR' | 'SECRETARY_GENERAL' | 'PRINCIPAL' | 'OTHER';

export type DocumentKind =
  | 'APPLICATION_FORM' // 登记申请书
  | 'SUPERVISOR_CONSENT' // 业务主管单位的批准文件
  | 'CAPITAL_VERIFICATION' // 验资报告
  | 'PREMISES_RIGHT' // 场所使用权证明
  | 'PERSONS_IDENTITY' // 发起人、拟任负责人基本情况和身份证明
  | 'CHARTER_DRAFT' // 章程草案
  | 'MEMBER_ROSTER' // 会员名册
  | 'DIRECTOR_LIST' // 理事名单
  | 'LEADER_RESUMES' // 理事长、副理事长、秘书长简历
  | 'CLASS_SELF_ASSESSMENT' // 直接登记类别自评
  | 'INITIATORS_STATEMENT' // 发起人责任声明
  | 'PRACTICE_LICENCE'; // 执业许可证

/** An application for establishment (成立登记) as the rules see it. */
export interface EstablishmentFacts {
  readonly kind: Kind;
  readonly track: Track;
  /** The class claimed for direct registration, and why it fits. */
  readonly category?: Category;
  readonly categoryReason?: string;
  /** The registrar: six digits; 100000 is the ministry. */
  readonly authority: string;
  readonly authorityLevel: 'NATION' | 'PROVINCE' | 'CITY' | 'DISTRICT' | 'OTHER';
  /** Names from the province down to the registrar's division: [北京市], [北京市, 朝阳区]; empty for the ministry. */
  readonly authorityNames: readonly string[];
  /** Where it will sit; undefined when there is no such division. */
  readonly divisionKnown: boolean;
  readonly division: string;
  readonly name: string;
  readonly residence: string;
  readonly purpose: string;
  readonly scope: string;
  readonly activityArea: string;
  /** 活动资金, 开办资金 or 原始基金, in yuan. */
  readonly funds: number;
  /** 到账货币资金 (foundation). */
  readonly fundsPaidInCash: boolean;
  /** 公募 or 非公募 (foundation, 条例 第三条). */
  readonly fundraising?: 'PUBLIC' | 'NON_PUBLIC';
  /** The original fund comes from private property alone (基金会 第二十条第二款). */
  readonly privatelyFunded?: boolean;
  /** The original fund comes from the mainland. */
  readonly mainlandFunded?: boolean;
  /** Asks to be a charity (慈善组织) from birth: Charity Law art 10. */
  readonly charity: boolean;
  readonly members: { readonly individuals: number; readonly units: number };
  readonly fullTimeStaff: number;
  /** Organs the charter provides for (会员大会, 理事会, 监事 …). */
  readonly organs: readonly string[];
  readonly independentLiability: boolean;
  readonly supervisingUnit?: { readonly name: string; readonly consentedOn?: LegalDate };
  /** Items that the charter draft contains, by number within the article of the kind (1 to 9, 1 to 8). */
  readonly charterItems: readonly number[];
  /** Of a charity: items of Charity Law art 11 (1 to 10) that the draft contains; their numbers are not the kind's. */
  readonly charityCharterItems?: readonly number[];
  /** Foundation: the council (理事会) and its supervisors. */
  readonly council?: {
    readonly directors: number;
    readonly termYears: number;
    readonly relatedDirectors: number;
    readonly paidDirectors: number;
    readonly supervisors: number;
    readonly conflictedSupervisors: number;
  };
  readonly initiators: readonly PersonFacts[];
  readonly leaders: readonly LeaderFacts[];
  readonly documents: readonly DocumentKind[];
  /** Code of the organization of whose split it comes (分立). */
  readonly splitFrom?: string;
  /** Filing number of the group that becomes this organization (备案转登记). */
  readonly promotes?: string;
  /** What would put it outside this register altogether. */
  readonly nature: {
    readonly overseasOffice: boolean;
    readonly cppccBody: boolean;
    readonly exemptedByStateCouncil: boolean;
    readonly internalToOneUnit: boolean;
    readonly politicalOrLegal: boolean;
    readonly religious: boolean;
  };
  /** An organization of the same registrar that bears the very same name, if the register has one. */
  readonly sameNameAs?: string;
  /** The same name as others gave it up at this registrar. */
  readonly heldNames?: readonly HeldName[];
}
