import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StepGuards, type CaseRecord, type StepFinding } from '@app/casework';
import type { Tx } from '@app/platform';
import { Persons, Restrictions, type Restriction } from '@app/register';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';

/** Steps that no bar stops: receiving is not judging, and nobody is barred from refusing or withdrawing. */
const FREE: ReadonlySet<string> = new Set([
  'submit',
  'request-correction',
  'deem-accepted',
  'not-admit',
  'refuse',
  'withdraw',
]);
/** The step that gives what a restriction withholds; what stands against it is shown at every step before. */
const GRANT = 'approve';

/** Before every step, asks the register what stands against the initiators and leaders of an application. */
@Injectable()
export class PersonGuard implements OnModuleInit {
  constructor(
    private readonly guards: StepGuards,
    private readonly persons: Persons,
    private readonly restrictions: Restrictions,
  ) {}

  onModuleInit(): void {
    this.guards.register(ESTABLISHMENT.name, (tx, record, action) => this.findings(tx, record, action));
  }

  private async findings(tx: Tx, record: CaseRecord, action: string): Promise<StepFinding[]> {
    const sql = 'SELECT person_hashes AS hashes FROM registration.application WHERE case_id = $1';
    const { hashes } = await tx.row<{ hashes: string[] }>(sql, [record.id]);
    const known = await this.persons.known(tx, hashes);
    const asked = FREE.has(action) ? [GRANT] : [...new Set([action, GRANT])];
    const found = new Map<string, StepFinding>();
    for (const step of asked) {
      const touching = await this.restrictions.touching(tx, known, [`${ESTABLISHMENT.name}.${step}`], record.authority);
      for (const restriction of touching) {
        const effect = step === action && stops(restriction, action) ? restriction.effect : 'WARN';
        if (!found.has(restriction.id)) found.set(restriction.id, finding(restriction, effect));
      }
    }
    return [...found.values()];
  }
}

/** A restriction on the whole procedure stops the grant; on its way there, only what it names itself is stopped. */
function stops({ actions }: Restriction, action: string): boolean {
  return action === GRANT || actions.includes(`${ESTABLISHMENT.name}.${action}`);
}

function finding({ reason, citation }: Restriction, effect: StepFinding['effect']): StepFinding {
  return { effect, code: 'PERSON_RESTRICTED', pointer: '/leaders', reason, citation };
}
