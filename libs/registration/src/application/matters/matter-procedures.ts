import { Injectable } from '@nestjs/common';
import { NotFound, rowInForce, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Register } from '@app/register';
import { MATTERS, matterRows, matterViolations, standingViolations } from '../../domain/matters/matters.js';
import type { Matter } from '../../domain/matters/matter.js';
import { MATTER_REFUSALS, RECORDING_PERIOD } from '../../domain/matters/matter.table.js';
import { ACCEPTANCE_PERIOD, DEFAULT_DECISION, DEFAULT_EXTENSION } from '../../domain/periods.table.js';
import { MatterFiles, type MatterFile } from '../../persistence/matter-files.js';
import type { Procedure } from '../procedure.js';
import { JudgePersons } from '../judge-persons.js';
import { MatterReview } from './matter-review.js';

/** A case about an organization: its file, which matter it is, and how its steps are taken. */
export interface OpenMatter {
  readonly file: MatterFile;
  readonly matter: Matter;
  readonly procedure: Procedure;
}

/** The matters as procedures, for the steps that all licensing procedures share. */
@Injectable()
export class MatterProcedures {
  constructor(
    private readonly files: MatterFiles,
    private readonly review: MatterReview,
    private readonly judgePersons: JudgePersons,
    private readonly register: Register,
  ) {}

  /** @throws NotFound when the case is no matter. */
  async of(tx: Tx, caseId: string): Promise<OpenMatter> {
    const file = await this.files.find(caseId, tx);
    if (!file) throw new NotFound();
    const matter = MATTERS[file.type];
    return { file, matter, procedure: this.procedure(matter, file) };
  }

  private procedure(matter: Matter, { creditCode, subjectId }: MatterFile): Procedure {
    const facts = async (tx: Tx, caseId: string) => this.review.facts(await this.files.filed(caseId, tx), tx.today, tx);
    const recorded = matter.workflow.name === 'recording';
    return {
      workflow: matter.workflow,
      filingPeriod: recorded ? [RECORDING_PERIOD] : ACCEPTANCE_PERIOD,
      silenceAccepts: !recorded,
      violations: async (tx, caseId) => matterViolations(matter, await facts(tx, caseId), tx.today),
      // Held until the case is filed: an organization that ends meanwhile takes it along.
      inadmissible: async (tx, caseId) => {
        await this.register.lock(tx, subjectId);
        return standingViolations(matter, await facts(tx, caseId));
      },
      unsettled: async (tx, caseId, opinion): Promise<Violation[]> => {
        const { people } = await this.files.filed(caseId, tx);
        return this.judgePersons.settle(tx, caseId, { list: '/people', people, except: creditCode }, opinion);
      },
      decisionPeriod: async (tx, caseId) => {
        const { organization } = await facts(tx, caseId);
        return (
          matter.period?.(organization.kind) ?? { row: rowInForce([DEFAULT_DECISION], tx.today), from: 'ACCEPTANCE' }
        );
      },
      // A matter with a period of its own is extended only as its own law says (许可法 第四十二条第一款但书).
      extension: async () => matter.extension ?? (matter.period ? undefined : DEFAULT_EXTENSION),
      refusalGround: async (_tx, _caseId, code) => MATTER_REFUSALS.find(({ value }) => value.code === code),
      rules: async (tx, caseId) => matterRows(matter, await facts(tx, caseId), tx.today),
    };
  }
}
