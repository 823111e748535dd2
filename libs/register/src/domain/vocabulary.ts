import type { OrganizationKind } from '@app/kernel';

/** Fixed values of the register, as the API publishes them. */
export const KINDS = [
  'SOCIAL_GROUP',
  'SOCIAL_SERVICE_INSTITUTION',
  'FOUNDATION',
] as const satisfies readonly OrganizationKind[];
/** What a legal person of the register is: 社会团体, 社会服务机构 (民办非企业单位), 基金会. */
export type Kind = OrganizationKind;

/** What stands in the register: a legal person of one of those kinds, or a filed group (备案的社会组织), which is none. */
export const RECORDED_KINDS = [...KINDS, 'FILED_GROUP'] as const;
export type RecordedKind = (typeof RECORDED_KINDS)[number];

export const STANDINGS = ['REGISTERED', 'FILED'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STATUSES = ['ACTIVE', 'SUSPENDED', 'LIQUIDATING', 'DEREGISTERED', 'ANNULLED', 'REVOKED'] as const;
export type Status = (typeof STATUSES)[number];

/** Of a filed group: LAPSED (失效), CANCELLED (取消备案), PROMOTED (已转为登记). */
export const FILED_STATUSES = ['ACTIVE', 'LAPSED', 'CANCELLED', 'PROMOTED'] as const;
export type FiledStatus = (typeof FILED_STATUSES)[number];

export const RECORDED_STATUSES = [...STATUSES, 'LAPSED', 'CANCELLED', 'PROMOTED'] as const;
export type RecordedStatus = (typeof RECORDED_STATUSES)[number];

/** By whom a group is filed: its street or township office, a hub of its field, or that office as a group on the net. */
export const FILING_ROUTES = ['TERRITORIAL', 'HUB', 'ONLINE'] as const;
export type FilingRoute = (typeof FILING_ROUTES)[number];

/** 生活服务, 社区事务, 文体活动, 公益慈善. */
export const GROUP_KINDS = ['LIVING_SERVICE', 'COMMUNITY_AFFAIRS', 'CULTURE_AND_SPORTS', 'PUBLIC_BENEFIT'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** The four classes of direct registration (直接登记). */
export const CATEGORIES = ['INDUSTRY', 'SCITECH', 'CHARITY', 'COMMUNITY'] as const;
export type Category = (typeof CATEGORIES)[number];

export const TIERS = ['CITY', 'DISTRICT', 'STREET'] as const;
export type Tier = (typeof TIERS)[number];

/** RECOGNIZED (已认定), WARNED (已告诫), WITHDRAWN (已取消认定). */
export const HUB_STANDINGS = ['RECOGNIZED', 'WARNED', 'WITHDRAWN'] as const;
export type HubStanding = (typeof HUB_STANDINGS)[number];

export type SubjectType = 'ORGANIZATION' | 'HUB' | 'PERSON';

export const ENTRY_KINDS = [
  'ESTABLISHED',
  'IMPORTED',
  'HUB_RECOGNIZED',
  'HUB_WARNED',
  'HUB_WARNING_LIFTED',
  'HUB_WITHDRAWN',
  'HUB_MOVED',
  'HUB_ASSIGNED',
  'HUB_RELEASED',
  'RESTRICTION_IMPOSED',
  'RESTRICTION_LIFTED',
  'CHANGED',
  'CHARTER_APPROVED',
  'LEADERS_FILED',
  'ELECTION_DELAYED',
  'SEAL_AND_ACCOUNT_FILED',
  'CERTIFICATE_REPLACED',
  'BRANCH_RECORDED',
  'BRANCH_REGISTERED',
  'BRANCH_CLOSED',
  'CHARITY_RECOGNIZED',
  'FUNDRAISING_QUALIFIED',
  'LIQUIDATION_BEGUN',
  'DEREGISTERED',
  'MERGER_CONSENTED',
  'MERGED',
  'SPLIT',
  'SUSPENDED',
  'SUSPENSION_ENDED',
  'ANNULLED',
  'REVOKED',
  'FILED',
  'FILING_CHANGED',
  'FILING_RENEWED',
  'FILING_LAPSED',
  'FILING_CANCELLED',
  'FILING_MERGED',
  'PROMOTED',
  'CORRECTED',
  'VOIDED',
  'ANNOTATED',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  SOCIAL_GROUP: '社会团体',
  SOCIAL_SERVICE_INSTITUTION: '社会服务机构（民办非企业单位）',
  FOUNDATION: '基金会',
};
