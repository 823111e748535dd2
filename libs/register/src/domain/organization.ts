import type { LegalDate } from '@app/kernel';
import type { PublicationClass } from './entry.js';
import type { Category, Kind, Standing, Status } from './vocabulary.js';

/** A person as entries speak of one: by reference and keyed commitment, never by name or number. */
export interface PersonReference {
  readonly person: string;
  readonly commitment: string;
}

export interface Leader extends PersonReference {
  /** 职务, e.g. 会长, 理事长, 秘书长. */
  readonly post: string;
}

/** What the register holds of an organization; the registered items of 社会团体登记管理条例 第十二条第二款 and what identifies it. */
export interface OrganizationState {
  readonly standing: Standing;
  readonly kind: Kind;
  readonly creditCode: string;
  readonly name: string;
  readonly status: Status;
  readonly category?: Category;
  /** Who registered it: the division of the registrar (digits 3 to 8 of the credit code). */
  readonly authority: string;
  /** Where it sits. */
  readonly division: string;
  readonly foundedOn: LegalDate;
  readonly residence?: string;
  readonly purpose?: string;
  readonly scope?: string;
  readonly activityArea?: string;
  /** 活动资金, 开办资金 or 原始基金, in yuan. */
  readonly funds?: number;
  readonly supervisingUnit?: string;
  readonly charity?: boolean;
  readonly certificateNumber?: string;
  readonly legalRepresentative?: PersonReference;
  readonly leaders?: readonly Leader[];
  /** Code of the hub it belongs to first of all. */
  readonly primaryHub?: string;
}

/** The publication class of each field: persons are shown by name and post only. */
export const ORGANIZATION_PUBLICATION: Readonly<Record<keyof OrganizationState, PublicationClass>> = {
  standing: 'PUBLIC',
  kind: 'PUBLIC',
  creditCode: 'PUBLIC',
  name: 'PUBLIC',
  status: 'PUBLIC',
  category: 'PUBLIC',
  authority: 'PUBLIC',
  division: 'PUBLIC',
  foundedOn: 'PUBLIC',
  residence: 'PUBLIC',
  purpose: 'PUBLIC',
  scope: 'PUBLIC',
  activityArea: 'PUBLIC',
  funds: 'PUBLIC',
  supervisingUnit: 'PUBLIC',
  charity: 'PUBLIC',
  certificateNumber: 'PUBLIC',
  legalRepresentative: 'MASKED',
  leaders: 'MASKED',
  primaryHub: 'PUBLIC',
};
