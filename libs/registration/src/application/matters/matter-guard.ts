import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StepGuards, type CaseRecord, type StepFinding } from '@app/casework';
import type { Tx } from '@app/platform';
import { Persons, Restrictions, type Restriction } from '@app/register';
import { PERMISSION } from '../../domain/matters/permission.workflow.js';
import { RECORDING } from '../../domain/matters/recording.workflow.js';

/** The steps that give what a restriction withholds. */
const GIVING: ReadonlySet<string> = new Set(['approve', 'approve-for-later', 'take-effect', 'record']);

/**
 * Before every step, asks the register what stands against the organization and the people of the matter.
 * It is named by the procedure (`permission.approve`) or by the matter (`charter-approval.approve`), and bars
 * the step that would give something; on the way there it is shown.
 */
@Injectable()
export class MatterGuard implements OnModuleInit {
  constructor(
    private readonly guards: StepGuards,
    private readonly persons: Persons,
    private readonly restrictions: Restrictions,
  ) {}

  onModuleInit(): void {
    for (const { name } of [PERMISSION, RECORDING]) {
      this.guards.register(name, (tx, record, action) => this.findings(tx, record, action));
    }
  }

  private async findings(tx: Tx, record: CaseRecord, action: string): Promise<StepFinding[]> {
    const [file] = await tx.rows<{ type: string; subject: string; hashes: string[]; absorbed: string[] }>(
      `SELECT m.type, m.subject_id AS subject, a.person_hashes AS hashes,
              ARRAY(SELECT o.subject_id FROM register.organization o
                     WHERE o.credit_code IN (SELECT jsonb_array_elements_text(a.content#>'{merger,absorbed}'))) AS absorbed
         FROM registration.matter m JOIN registration.application a ON a.case_id = m.case_id WHERE m.case_id = $1`,
      [record.id],
    );
    const subjects = [file.subject, ...file.absorbed, ...(await this.persons.known(tx, file.hashes))];
    const matter = file.type.toLowerCase().replaceAll('_', '-');
    const actions = [record.procedure, matter].flatMap((procedure) =>
      [...GIVING].map((step) => `${procedure}.${step}`),
    );
    const own = new Set([file.subject, ...file.absorbed]);
    const touching = await this.restrictions.touching(tx, subjects, actions, record.authority);
    return touching.map((restriction) => finding(restriction, GIVING.has(action), own.has(restriction.subjectId)));
  }
}

function finding({ effect, reason, citation }: Restriction, gives: boolean, own: boolean): StepFinding {
  return {
    effect: gives ? effect : 'WARN',
    code: own ? 'ORGANIZATION_RESTRICTED' : 'PERSON_RESTRICTED',
    pointer: own ? '/creditCode' : '/people',
    reason,
    citation,
  };
}
