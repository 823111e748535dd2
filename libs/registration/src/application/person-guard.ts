import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StepGuards, type StepFinding } from '@app/casework';
import type { Tx } from '@app/platform';
import { Persons, Restrictions } from '@app/register';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';

/** What a bar stops. Receiving is not judging, and nobody is barred from refusing or withdrawing. */
const STOPPED: ReadonlySet<string> = new Set(['approve']);

/** Before every step, asks the register what stands against the initiators and leaders of an application. */
@Injectable()
export class PersonGuard implements OnModuleInit {
  constructor(
    private readonly guards: StepGuards,
    private readonly persons: Persons,
    private readonly restrictions: Restrictions,
  ) {}

  onModuleInit(): void {
    this.guards.register(ESTABLISHMENT.name, (tx, record, action) => this.findings(tx, record.id, action));
  }

  private async findings(tx: Tx, caseId: string, action: string): Promise<StepFinding[]> {
    const sql = 'SELECT person_hashes AS hashes FROM registration.application WHERE case_id = $1';
    const { hashes } = await tx.row<{ hashes: string[] }>(sql, [caseId]);
    const known = await this.persons.known(tx, hashes);
    const found = await this.restrictions.touching(
      tx,
      known,
      `${ESTABLISHMENT.name}.${STOPPED.has(action) ? action : 'approve'}`,
    );
    return found.map(({ effect, reason, citation }) => ({
      effect: STOPPED.has(action) ? effect : 'WARN',
      code: 'PERSON_RESTRICTED',
      pointer: '/leaders',
      reason,
      citation,
    }));
  }
}
