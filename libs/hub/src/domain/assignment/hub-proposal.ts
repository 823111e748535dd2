import type { Kind } from '@app/register';

/** Where an organization sits, and who registered it. */
export interface Place {
  readonly division: string;
  readonly authority: string;
}

/** What a proposal looks at. */
export interface ProposedFor extends Partial<Place> {
  readonly name: string;
  readonly scope: string;
  readonly kind?: Kind;
  readonly formerSupervisor?: string;
}

/** Why a hub is proposed, so that a person can look it up: a word, where it stands, and how much it says. */
export interface HubReason {
  readonly where: 'NAME' | 'SCOPE' | 'FORMER_SUPERVISOR' | 'KIND' | 'DIVISION';
  readonly word: string;
  /** Place of its first character in that text, from 0. */
  readonly at: number;
  readonly weight: number;
}

export interface HubProposal {
  readonly hub: string;
  readonly score: number;
  readonly reasons: readonly HubReason[];
}
