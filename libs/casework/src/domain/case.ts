import type { Role } from '@app/access';
import type { LegalDate, Workflow } from '@app/kernel';

/**
 * Who takes a step: the applicant of this very case, the system, or an officer by role. APPLICANT is
 * also a role of access; here it is the one person whose case it is.
 */
export type Party = Role | 'SYSTEM';

/** A procedure's table, as casework reads it. */
export type CaseWorkflow<State extends string = string, Action extends string = string> = Workflow<
  State,
  Action,
  Party
>;

export interface CaseRecord {
  readonly id: string;
  readonly procedure: string;
  readonly state: string;
  readonly queue: Party | null;
  readonly closed: boolean;
  readonly title: string;
  readonly authority: string;
  /** Who opened it. */
  readonly applicantId: string;
  /** The organization that asks, by its code: whoever is its agent now speaks for it. Null: whoever opened it. */
  readonly applicantCode: string | null;
  readonly handlerId: string | null;
  readonly receiptNumber: string | null;
  readonly receivedOn: LegalDate | null;
  readonly dueOn: LegalDate | null;
  readonly version: number;
  readonly steps: number;
}

/** A step that was taken; steps are never changed. */
export interface StepRecord {
  readonly number: number;
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  readonly party: Party;
  readonly accountId: string | null;
  readonly separationStep: string | null;
  readonly legalDate: LegalDate;
  readonly at: Date;
  readonly citation: { law: string; article: string };
  readonly reason: string | null;
  readonly detail: Record<string, unknown>;
}
