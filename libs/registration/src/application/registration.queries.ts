import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Principal } from '@app/access';
import { Cases, type CaseView } from '@app/casework';
import type { Citation, LegalDate } from '@app/kernel';
import { COUNT_LIMIT, decodeCursor, pageOf, type Page } from '@app/platform';
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
  readonly createdAt: string;
}

/** Reads registrations, each for whoever may see it. */
@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly dataSource: DataSource,
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
    const [createdAt = null, id = null] = decodeCursor(cursor, ['text', 'text']) ?? [];
    const where = 'procedure = $1 AND applicant_id = $2';
    const filter = [ESTABLISHMENT.name, applicant.accountId];
    const rows: RegistrationSummary[] = await this.dataSource.query(
      `SELECT id, state, title AS name, authority, receipt_number AS "receiptNumber", due_on::text AS "dueOn", version,
              created_at::text AS "createdAt"
         FROM casework.case
        WHERE ${where} AND ($3::text IS NULL OR (created_at::text, id::text) < ($3, $4))
        ORDER BY created_at::text DESC, id::text DESC LIMIT $5`,
      [...filter, createdAt, id, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM casework.case WHERE ${where} LIMIT $3) counted`,
      [...filter, COUNT_LIMIT + 1],
    );
    return pageOf(
      rows,
      limit,
      count,
      (row) => [row.createdAt, row.id],
      (row) => row,
    );
  }

  private correctionNotices(id: string): Promise<CorrectionNotice[]> {
    return this.dataSource.query(
      `SELECT number, issued_on::text AS "issuedOn", items, late_reason AS "lateReason"
         FROM registration.correction_notice WHERE case_id = $1 ORDER BY number`,
      [id],
    );
  }

  private async decision(id: string): Promise<Decision | undefined> {
    const rows: Decision[] = await this.dataSource.query(
      `SELECT number, outcome, decided_on::text AS "decidedOn", ground, reason, citation, remedies, rules,
              credit_code AS "creditCode", certificate_number AS "certificateNumber",
              certificate_due_on::text AS "certificateDueOn"
         FROM registration.decision WHERE case_id = $1`,
      [id],
    );
    return rows.at(0);
  }
}
