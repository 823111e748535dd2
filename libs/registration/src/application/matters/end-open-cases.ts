import { Injectable } from '@nestjs/common';
import { Consultations, LegalClock, StepEngine } from '@app/casework';
import { SYSTEM, type Tx } from '@app/platform';
import { MATTERS } from '../../domain/matters/matters.js';
import { MatterFiles } from '../../persistence/matter-files.js';

/** With an organization ends what it still asks for; what the registrar owes the truth about goes on. */
@Injectable()
export class EndOpenCases {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly consultations: Consultations,
    private readonly files: MatterFiles,
  ) {}

  /** `except` is the case whose decision ends it. */
  async of(tx: Tx, subjectId: string, except: string): Promise<void> {
    for (const { caseId, type } of await this.files.openOf(tx, subjectId)) {
      const { workflow, during } = MATTERS[type];
      if (caseId === except || during.includes('DEREGISTERED')) continue;
      const step = await this.engine.open(tx, workflow, caseId, 'lapse', SYSTEM);
      await this.legalClock.stop(tx, caseId);
      await this.consultations.closeOpen(tx, caseId);
      await step.close({ detail: { endedBy: except } });
    }
  }
}
