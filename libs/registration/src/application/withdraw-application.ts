import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import type { Tx } from '@app/platform';
import type { Procedure } from './procedure.js';

/** The applicant takes his application back before it is decided. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
  ) {}

  async execute(
    tx: Tx,
    procedure: Procedure,
    applicant: Principal,
    id: string,
    expectedVersion: number,
    reason?: string,
  ): Promise<void> {
    const step = await this.engine.open(tx, procedure.workflow, id, 'withdraw', applicant, expectedVersion);
    await this.legalClock.stop(tx, id);
    await this.consultations.closeOpen(tx, id);
    await step.close({ reason });
  }
}
