import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Cases, type CaseView } from '@app/casework';
import type { LegalDate } from '@app/kernel';
import { type Page, Reads } from '@app/platform';
import type { Application } from '../domain/application.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { Applications } from '../persistence/applications.js';
import { DecidedCases, type CorrectionNotice, type Decision } from './decided-cases.js';

export interface Registration extends CaseView {
  readonly application: Application;
  readonly correctionNotices: readonly CorrectionNotice[];
  readonly decision?: Decision;
}

export interface RegistrationSummary {
  readonly id: string;
  readonly state: keyof typeof ESTABLISHMENT.states;
  readonly name: string;
  readonly authority: string;
  readonly receiptNumber: string | null;
  readonly dueOn: LegalDate | null;
  readonly version: number;
}

/** Reads registrations, each for whoever may see it. */
@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly reads: Reads,
    private readonly cases: Cases,
    private readonly applications: Applications,
    private readonly decided: DecidedCases,
  ) {}

  /** @throws NotFound when it is not there or not the reader's to know of. */
  async get(id: string, reader: Principal): Promise<Registration> {
    const view = await this.cases.get(ESTABLISHMENT, id, reader);
    const [application, correctionNotices, decision] = await Promise.all([
      // What the applicant writes while he corrects is his own until he files it again.
      view.insider && view.record.state === 'CORRECTION_REQUESTED'
        ? this.applications.lastSubmission(id)
        : this.applications.get(id),
      this.decided.correctionNotices(id),
      this.decided.decision(id),
    ]);
    return { ...view, application, correctionNotices, decision };
  }

  /** The applicant's own, newest first. */
  async listOwn(applicant: Principal, limit: number, cursor?: string): Promise<Page<RegistrationSummary>> {
    const columns = `id, state, title AS name, authority, receipt_number AS "receiptNumber", due_on::text AS "dueOn", version`;
    const where = 'procedure = $1 AND applicant_id = $2';
    const parameters = [ESTABLISHMENT.name, applicant.accountId];
    const keys = [
      { sql: 'created_at', type: 'timestamptz' },
      { sql: 'id', type: 'uuid' },
    ] as const;
    const source = { columns, from: 'casework.case AS c', where, parameters, keys, descending: true };
    return this.reads.page(source, { limit, cursor });
  }
}
