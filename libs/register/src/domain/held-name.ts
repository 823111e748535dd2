import type { LegalDate } from '@app/kernel';

/** Why a name is held: who bore it has ended, or bears another now. */
export type HeldReason = 'DEREGISTERED' | 'ANNULLED' | 'RENAMED';

/** A name that was given up, and when. */
export interface HeldName {
  readonly reason: HeldReason;
  readonly since: LegalDate;
}
