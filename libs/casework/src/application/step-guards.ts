import { Injectable } from '@nestjs/common';
import type { Citation } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { CaseRecord } from '../domain/case.js';

/** Something that stands against a step: BAR stops it, WARN is shown and kept with it. */
export interface StepFinding {
  readonly effect: 'BAR' | 'WARN';
  readonly code: string;
  readonly pointer: string;
  readonly reason: string;
  readonly citation: Citation;
}

/** Asked before every step of a procedure, on behalf of the register. */
export type StepGuard = (tx: Tx, record: CaseRecord, action: string) => Promise<readonly StepFinding[]>;

/**
 * Casework and register do not know each other: the module that owns a procedure brings the
 * question to the register here.
 */
@Injectable()
export class StepGuards {
  private readonly guards = new Map<string, StepGuard>();

  register(procedure: string, guard: StepGuard): void {
    this.guards.set(procedure, guard);
  }

  async ask(tx: Tx, record: CaseRecord, action: string): Promise<readonly StepFinding[]> {
    return (await this.guards.get(record.procedure)?.(tx, record, action)) ?? [];
  }
}
