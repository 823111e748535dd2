import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StepGuards, type CaseRecord, type StepFinding } from '@app/casework';
import type { Tx } from '@app/platform';
import { Persons, Restrictions, type Restriction } from '@app/register';
import { FIELD } from '../domain/filing.table.js';
import { FILING, FILING_BY_HUB } from '../domain/filing.workflow.js';
import { FilingOffices } from './filing-offices.js';

/**
 * Before every step, asks the register what stands against the group and the persons whom it names: named by the
 * procedure (`filing.record`), it bars the recording; on the way there it is shown.
 */
@Injectable()
export class FilingGuard implements OnModuleInit {
  constructor(
    private readonly guards: StepGuards,
    private readonly persons: Persons,
    private readonly restrictions: Restrictions,
    private readonly offices: FilingOffices,
  ) {}

  onModuleInit(): void {
    for (const { name } of [FILING, FILING_BY_HUB]) {
      this.guards.register(name, (tx, record, action) => this.findings(tx, record, action));
    }
  }

  private async findings(tx: Tx, record: CaseRecord, action: string): Promise<StepFinding[]> {
    const office = await this.officeFinding(tx, record, action);
    return [...office, ...(await this.personFindings(tx, record, action))];
  }

  /** A hub whose recognition was withdrawn files nobody any longer. */
  private async officeFinding(tx: Tx, { authority }: CaseRecord, action: string): Promise<StepFinding[]> {
    if (action !== 'record' || (await this.offices.find(authority, tx))) return [];
    const reason = '备案机关已被取消认定或者撤销';
    return [{ effect: 'BAR', code: 'FILING-OFFICE', pointer: '/office', reason, citation: FIELD.citation }];
  }

  private async personFindings(tx: Tx, { id }: CaseRecord, action: string): Promise<StepFinding[]> {
    const file = await tx.row<{ matter: string; subject: string | null; hashes: string[]; division: string }>(
      `SELECT matter, subject_id AS subject, person_hashes AS hashes, content#>>'{group,division}' AS division
         FROM filing.application WHERE case_id = $1`,
      [id],
    );
    // Nobody is barred from giving a filing up.
    if (file.matter === 'CANCELLATION') return [];
    const known = await this.persons.known(tx, file.hashes);
    const subjects = file.subject === null ? known : [file.subject, ...known];
    const actions = [`${FILING.name}.record`, `${FILING_BY_HUB.name}.record`];
    const touching = await this.restrictions.touching(tx, subjects, actions, file.division);
    return touching.map((restriction) =>
      finding(restriction, action === 'record', restriction.subjectId === file.subject),
    );
  }
}

function finding({ effect, reason, citation }: Restriction, gives: boolean, own: boolean): StepFinding {
  return {
    effect: gives ? effect : 'WARN',
    code: own ? 'ORGANIZATION_RESTRICTED' : 'PERSON_RESTRICTED',
    pointer: own ? '' : '/persons',
    reason,
    citation,
  };
}
