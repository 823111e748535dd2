import type { LegalDate } from '@app/kernel';
import type { PublicationClass } from './entry.js';
import type { Leader, PersonReference } from './organization.js';
import type { FiledStatus, FilingRoute, GroupKind } from './vocabulary.js';

/** Why a filing ended. */
export const FILING_ENDS = ['LAPSED', 'OWN_WISH', 'DISSOLVED', 'BREACH', 'DUPLICATE', 'MERGED', 'PROMOTED'] as const;
export type FilingEnd = (typeof FILING_ENDS)[number];

/** Where a group of the net meets (网络社团). */
export interface OnlinePlace {
  readonly platform: string;
  /** The number by which the platform knows the group. */
  readonly groupNumber: string;
  readonly moderationRule: string;
}

/**
 * What the register holds of a filed group (备案): no legal person, and no illegal organization either. Telephones,
 * documents and the place where it meets stay with the office that filed it.
 */
export interface FiledGroupState {
  readonly standing: 'FILED';
  readonly kind: 'FILED_GROUP';
  readonly filingNumber: string;
  readonly route: FilingRoute;
  readonly groupKind: GroupKind;
  readonly name: string;
  readonly status: FiledStatus;
  /** The division of whoever filed it: a street, or the division of the hub. */
  readonly authority: string;
  /** The hub that filed it; a group of a street has none. */
  readonly filedByHub?: string;
  /** The street or township where it meets. */
  readonly division: string;
  /** The day on which it was filed: when it came together is not the register's to say. */
  readonly foundedOn: LegalDate;
  readonly purpose: string;
  readonly scope: string;
  readonly memberCount: number;
  /** Money that it has, in yuan, and where it comes from. */
  readonly funds: number;
  readonly fundsSource: string;
  readonly hasPremises: boolean;
  readonly fullTimeStaff: number;
  readonly online?: OnlinePlace;
  /** The day by which it is to be renewed. */
  readonly reviewOn: LegalDate;
  readonly leaders: readonly Leader[];
  /** Of a group of the net: who runs it there, by real name. */
  readonly administrators?: readonly PersonReference[];
  readonly ending?: { readonly on: LegalDate; readonly cause: FilingEnd; readonly successors?: readonly string[] };
  /** Filing numbers of the groups whose filings were merged into this one. */
  readonly predecessors?: readonly string[];
  readonly primaryHub?: string;
  /** Hubs that it is linked to besides. */
  readonly relatedHubs?: readonly { readonly hub: string; readonly since: LegalDate }[];
}

/** Nothing of a person goes out: who leads a group is known to the office alone. */
export const FILED_GROUP_PUBLICATION: Readonly<Record<keyof FiledGroupState, PublicationClass>> = {
  standing: 'PUBLIC',
  kind: 'PUBLIC',
  filingNumber: 'PUBLIC',
  route: 'PUBLIC',
  groupKind: 'PUBLIC',
  name: 'PUBLIC',
  status: 'PUBLIC',
  authority: 'PUBLIC',
  filedByHub: 'PUBLIC',
  division: 'PUBLIC',
  foundedOn: 'PUBLIC',
  purpose: 'PUBLIC',
  scope: 'PUBLIC',
  memberCount: 'PUBLIC',
  funds: 'WITHHELD',
  fundsSource: 'WITHHELD',
  hasPremises: 'WITHHELD',
  fullTimeStaff: 'WITHHELD',
  online: 'PUBLIC',
  reviewOn: 'PUBLIC',
  leaders: 'WITHHELD',
  administrators: 'WITHHELD',
  ending: 'PUBLIC',
  predecessors: 'PUBLIC',
  primaryHub: 'PUBLIC',
  relatedHubs: 'PUBLIC',
};
