import type { LegalDate } from '@app/kernel';
import type { HubStanding, Tier } from '@app/register';
import type { Condition } from './recognition.table.js';

/** Who is to become a hub. */
export interface Nomination {
  readonly name: string;
  readonly tier: Tier;
  readonly division: string;
  /** Code of the hub above it; a city hub has none. */
  readonly parent?: string;
  /** Credit code, where it is an organization of this register. */
  readonly organization?: string;
  /** The field that it links, serves and manages. */
  readonly field: string;
  readonly reason: string;
  readonly documents: readonly string[];
}

/** What the review found of one condition, and on what evidence. */
export interface ConditionFinding {
  readonly condition: Condition;
  readonly met: boolean;
  readonly finding: string;
}

/** What the leading group decided, by which document, on which day. */
export interface GroupDecision {
  readonly documentNumber: string;
  readonly decidedOn: LegalDate;
  readonly decidedBy: string;
  readonly batch?: number;
}

export const MEASURES = ['WARNING', 'WARNING_LIFTED', 'MOVE', 'WITHDRAWAL'] as const;
export type MeasureType = (typeof MEASURES)[number];

/** What is to become of a hub. */
export interface ProposedMeasure {
  readonly type: MeasureType;
  readonly facts: string;
  /** Where it is moved to: the hub above it from then on. */
  readonly parent?: string;
  readonly documents: readonly string[];
}

/** A hub as the tree and the rules see it. */
export interface TreeHub {
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
  readonly division: string;
  readonly parent: string | null;
  readonly standing: HubStanding;
}
