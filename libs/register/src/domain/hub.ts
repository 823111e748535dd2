import type { LegalDate } from '@app/kernel';
import type { PublicationClass } from './entry.js';
import type { Tier } from './vocabulary.js';

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
  /** Code of the hub above it. */
  readonly parent?: string;
  readonly standing: 'RECOGNIZED' | 'WARNED' | 'WITHDRAWN';
  readonly recognizedBy: string;
  /** Absent where no source gives the date. */
  readonly recognizedOn?: LegalDate;
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
  standing: 'PUBLIC',
  recognizedBy: 'PUBLIC',
  recognizedOn: 'PUBLIC',
};
