import type { LegalDate } from '@app/kernel';
import type { ApplicationLeader } from '../application.js';
import type { MatterType } from './matter-types.js';

export const MATTER_PAPERS = [
  'APPLICATION_FORM', // 申请书
  'SUPERVISOR_CONSENT', // 业务主管单位审查同意的文件
  'RESOLUTION', // 会议决议、会议纪要
  'PREMISES_RIGHT', // 场所使用权证明
  'CAPITAL_VERIFICATION', // 验资报告
  'PERSONS_IDENTITY', // 负责人基本情况、身份证明
  'FINANCIAL_AUDIT', // 财务审计报告
  'CHARTER', // 章程
  'LIQUIDATION_REPORT', // 清算报告书
  'CREDITORS_NOTICE', // 通知、公告债权人的证明
  'AGREEMENT', // 合并协议、分立协议（财产分割）
  'LOSS_NOTICE', // 遗失公告
  'OLD_CERTIFICATE', // 原登记证书
  'SEAL_IMPRESSION', // 印章式样
  'ACCOUNT_PROOF', // 银行开户证明
  'INTERNAL_RULES', // 内部管理制度
  'EVIDENCE', // 证明材料
  'DECISION_PAPER', // 处罚决定书、复议决定书、裁判文书
] as const;
export type MatterPaper = (typeof MATTER_PAPERS)[number];

/** The registered items that may change (登记事项), the legal representative aside: he is a person of the case. */
export interface ChangedItems {
  readonly name?: string;
  readonly residence?: string;
  readonly division?: string;
  readonly purpose?: string;
  readonly scope?: string;
  readonly activityArea?: string;
  readonly funds?: number;
  readonly supervisingUnit?: string;
}

export interface Resolution {
  /** The day of the resolution of the body that the charter names. */
  readonly resolvedOn?: LegalDate;
  /** The day on which the supervising unit consented. */
  readonly supervisorConsentOn?: LegalDate;
  readonly votes?: { readonly members: number; readonly present: number; readonly inFavour: number };
}

export interface ChangeContent extends ChangedItems, Resolution {
  readonly reason: string;
  /** It has no supervising unit any longer: decoupled, or registered directly from now on. */
  readonly endsSupervision?: boolean;
  /** The day from which it is to stand; absent: the day of the decision. */
  readonly effectiveOn?: LegalDate;
}

export interface CharterContent extends Resolution {
  /** The charter as it is to read, article by article (第一条 …). */
  readonly text: string;
  readonly charterItems: readonly number[];
  readonly charityCharterItems?: readonly number[];
}

export interface RecognitionContent {
  readonly charityCharterItems: readonly number[];
  readonly nonProfit: boolean;
  readonly effectiveGovernance: boolean;
}

export interface BranchContent {
  readonly action: 'ADD' | 'CLOSE';
  readonly name: string;
  readonly type: 'BRANCH' | 'REPRESENTATIVE_OFFICE';
  readonly scope: string;
  readonly residence?: string;
  readonly resolvedOn?: LegalDate;
  /** The branch that it is to belong to, where it is not the body itself. */
  readonly under?: string;
  readonly ownCharter: boolean;
  readonly ownAccount: boolean;
}

export interface MergerContent extends Resolution {
  /** Codes of the organizations that go into this one. */
  readonly absorbed: readonly string[];
  readonly creditorsToldOn?: LegalDate;
}

/** The organization that is to go into another resolves it for itself. */
export interface ConsentContent extends Resolution {
  readonly into: string;
}

export interface SplitContent extends Resolution {
  /** Names of the organizations that are to come of it. */
  readonly into: readonly string[];
  /** This one ends with the last of them (解散分立); else it goes on (存续分立). */
  readonly dissolves: boolean;
  readonly creditorsToldOn?: LegalDate;
}

export const LIQUIDATION_CAUSES = ['PURPOSE_DONE', 'DISSOLVED', 'CHARTER', 'PURPOSE_LOST', 'IDLE', 'OTHER'] as const;
export type LiquidationCause = (typeof LIQUIDATION_CAUSES)[number];

export interface LiquidationContent extends Resolution {
  readonly cause: LiquidationCause;
  /** The day on which the cause arose. */
  readonly causeOn: LegalDate;
  /** The day on which the group was formed (清算组织). */
  readonly groupFormedOn: LegalDate;
  readonly groupMembers: number;
  readonly creditorsToldOn?: LegalDate;
}

export interface DeregistrationContent extends Resolution {
  readonly liquidationEndedOn: LegalDate;
  readonly claimsSettled: boolean;
  readonly creditorsToldOn?: LegalDate;
  readonly leftovers: {
    /** Yuan. */
    readonly amount: number;
    readonly basis: 'NONE' | 'CHARTER' | 'REGISTRAR';
    /** To whom they go. */
    readonly recipient?: string;
    readonly toFoundersOrMembers: boolean;
  };
  readonly certificateReturned: boolean;
  readonly sealsReturned: boolean;
  readonly vouchersReturned: boolean;
}

export interface LeadersContent {
  readonly electedOn: LegalDate;
  readonly termFrom: LegalDate;
  readonly termUntil: LegalDate;
  readonly council?: {
    readonly directors: number;
    readonly relatedDirectors: number;
    readonly paidDirectors: number;
    readonly supervisors: number;
    readonly conflictedSupervisors: number;
  };
}

export interface DelayContent extends Resolution {
  readonly delayedUntil: LegalDate;
  readonly reason: string;
}

export interface SealAndAccountContent {
  readonly sealFiled: boolean;
  readonly bank?: string;
  /** The last four digits of the account number; the whole number stands in the paper alone. */
  readonly accountEnding?: string;
}

export interface ReplacementContent {
  readonly cause: 'LOST' | 'DAMAGED' | 'EXPIRED';
  readonly noticePublishedOn?: LegalDate;
  readonly publishedIn?: string;
}

export interface CorrectionContent extends ChangedItems {
  /** The number of the entry that is wrong. */
  readonly entry: number;
  readonly reason: string;
}

export interface AnnotationContent {
  readonly text: string;
  readonly about?: number;
}

export interface SuspensionContent {
  readonly from: LegalDate;
  readonly until: LegalDate;
}

/** A sanction rests on a decision that was taken and served elsewhere: the procedure of penalties. */
export interface SanctionContent {
  /** Code of the ground, as the table of the kind lists them. */
  readonly ground: string;
  readonly paperNumber: string;
  readonly decidedOn: LegalDate;
}

export const REMEDY_RESULTS = ['UPHELD', 'CHANGED', 'ANNULLED'] as const;

export interface RemedyContent extends ChangedItems {
  readonly remedy: 'REVIEW' | 'SUIT';
  /** The number of the entry that was attacked. */
  readonly entry: number;
  readonly result: (typeof REMEDY_RESULTS)[number];
  readonly body: string;
  readonly paperNumber: string;
  readonly decidedOn: LegalDate;
}

/** The part of a filed matter that says what it is about, by name of the part. */
export interface MatterParts {
  readonly change?: ChangeContent;
  readonly charter?: CharterContent;
  readonly recognition?: RecognitionContent;
  readonly branch?: BranchContent;
  readonly merger?: MergerContent;
  readonly consent?: ConsentContent;
  readonly split?: SplitContent;
  readonly liquidation?: LiquidationContent;
  readonly deregistration?: DeregistrationContent;
  readonly leaders?: LeadersContent;
  readonly delay?: DelayContent;
  readonly sealAndAccount?: SealAndAccountContent;
  readonly replacement?: ReplacementContent;
  readonly correction?: CorrectionContent;
  readonly annotation?: AnnotationContent;
  readonly suspension?: SuspensionContent;
  readonly sanction?: SanctionContent;
  readonly remedy?: RemedyContent;
}

export const MATTER_PARTS = [
  'change',
  'charter',
  'recognition',
  'branch',
  'merger',
  'consent',
  'split',
  'liquidation',
  'deregistration',
  'leaders',
  'delay',
  'sealAndAccount',
  'replacement',
  'correction',
  'annotation',
  'suspension',
  'sanction',
  'remedy',
] as const satisfies readonly (keyof MatterParts)[];

/** A matter as it is filed: its persons are stored apart, encrypted. */
export interface FiledMatter extends MatterParts {
  readonly type: MatterType;
  readonly creditCode: string;
  readonly documents: readonly { readonly kind: MatterPaper; readonly documentId: string }[];
  readonly people: readonly ApplicationLeader[];
}
