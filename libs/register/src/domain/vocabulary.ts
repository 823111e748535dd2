import type { OrganizationKind } from '@app/kernel';

/** Fixed values of the register, as the API publishes them. */
export const KINDS = [
  'SOCIAL_GROUP',
  'SOCIAL_SERVICE_INSTITUTION',
  'FOUNDATION',
] as const satisfies readonly OrganizationKind[];
/** What a legal person of the register is: 社会团体, 社会服务机构 (民办非企业单位), 基金会. */
export type Kind = OrganizationKind;

export const STANDINGS = ['REGISTERED', 'FILED'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STATUSES = ['ACTIVE', 'SUSPENDED', 'LIQUIDATING', 'DEREGISTERED', 'ANNULLED', 'REVOKED'] as const;
export type Status = (typeof STATUSES)[number];

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
