import type { LegalDate } from '@app/kernel';
import type { PublicationClass } from './entry.js';
import type { HubStanding, Tier } from './vocabulary.js';

/** What the register holds of a hub (枢纽型社会组织). */
export interface HubState {
  /** HUB-<batch>-<order> for the city hubs of the plan. */
  readonly code: string;
  readonly name: string;
  /** As the document that recognized it prints the name, misprints included. */
  readonly namePrinted: string;
  readonly tier: Tier;
  readonly division: string;
  readonly batch?: number;
  readonly orderInBatch?: number;
  /** Code of the hub above it, and the day since which it is. */
  readonly parent?: string;
  readonly parentSince?: LegalDate;
  /** Credit code, where the hub is an organization of this register: the mass organizations (专栏12) are not. */
  readonly organization?: string;
  readonly standing: HubStanding;
  readonly recognizedBy: string;
  /** Absent where no source gives the date. */
  readonly recognizedOn?: LegalDate;
  /** Number of the document by which the leading group recognized it, where one is known. */
  readonly documentNumber?: string;
  readonly warnedOn?: LegalDate;
  readonly withdrawnOn?: LegalDate;
}

/** Everything about a hub is public. */
export const HUB_PUBLICATION: Readonly<Record<keyof HubState, PublicationClass>> = {
  code: 'PUBLIC',
  name: 'PUBLIC',
  namePrinted: 'PUBLIC',
  tier: 'PUBLIC',
  division: 'PUBLIC',
  batch: 'PUBLIC',
  orderInBatch: 'PUBLIC',
  parent: 'PUBLIC',
  parentSince: 'PUBLIC',
  organization: 'PUBLIC',
  standing: 'PUBLIC',
  recognizedBy: 'PUBLIC',
  recognizedOn: 'PUBLIC',
  documentNumber: 'PUBLIC',
  warnedOn: 'PUBLIC',
  withdrawnOn: 'PUBLIC',
};
