import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Cases, type CaseView } from '@app/casework';
import type { Citation, LegalDate } from '@app/kernel';
import { type Page, Reads } from '@app/platform';
import type { Application } from '../domain/application.js';
import type { CorrectionItem } from '../domain/correction-notice.rules.js';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { Applications } from '../persistence/applications.js';

export interface CorrectionNotice {
  readonly number: number;
  readonly issuedOn: LegalDate;
  readonly items: CorrectionItem[];
  readonly lateReason: string | null;
}

export interface Remedy {
  readonly type: 'REVIEW' | 'SUIT';
  readonly bodies: string[];
  readonly lastDay: LegalDate;
  readonly citation: Citation;
}

export interface Decision {
  readonly number: string;
  readonly outcome: 'APPROVED' | 'REFUSED' | 'NOT_ADMITTED';
  readonly decidedOn: LegalDate;
  readonly ground: string | null;
  readonly reason: string | null;
  readonly citation: Citation;
  readonly remedies: Remedy[] | null;
  readonly rules: { id: string; citation: Citation; inForceFrom: LegalDate; mark: string }[];
  readonly creditCode: string | null;
  readonly certificateNumber: string | null;
  readonly certificateDueOn: LegalDate | null;
}

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
  ) {}

  /** @throws NotFound when it is not there or not the reader's to know of. */
  async get(id: string, reader: Principal): Promise<Registration> {
    const view = await this.cases.get(ESTABLISHMENT, id, reader);
    const [application, correctionNotices, decision] = await Promise.all([
      // What the applicant writes while he corrects is his own until he files it again.
      view.insider && view.record.state === 'CORRECTION_REQUESTED'
        ? this.applications.lastSubmission(id)
        : this.applications.get(id),
      this.correctionNotices(id),
      this.decision(id),
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

  private correctionNotices(id: string): Promise<CorrectionNotice[]> {
    return this.reads.rows(
      `SELECT number, issued_on::text AS "issuedOn", items, late_reason AS "lateReason"
         FROM registration.correction_notice WHERE case_id = $1 ORDER BY number`,
      [id],
    );
  }

  private async decision(id: string): Promise<Decision | undefined> {
    const rows = await this.reads.rows<Decision>(
      `SELECT number, outcome, decided_on::text AS "decidedOn", ground, reason, citation, remedies, rules,
              credit_code AS "creditCode", certificate_number AS "certificateNumber",
              certificate_due_on::text AS "certificateDueOn"
         FROM registration.decision WHERE case_id = $1`,
      [id],
    );
    return rows.at(0);
  }
}
