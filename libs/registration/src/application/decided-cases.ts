import { Injectable } from '@nestjs/common';
import type { Citation, LegalDate } from '@app/kernel';
import { Reads } from '@app/platform';
import type { CorrectionItem } from '../domain/correction-notice.rules.js';
import type { Outcome } from './decisions.js';

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
  readonly outcome: Outcome;
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

/** What the registrar has told the party of a case, whatever its procedure: notices and the decision. */
@Injectable()
export class DecidedCases {
  constructor(private readonly reads: Reads) {}

  correctionNotices(id: string): Promise<CorrectionNotice[]> {
    return this.reads.rows(
      `SELECT number, issued_on::text AS "issuedOn", items, late_reason AS "lateReason"
         FROM registration.correction_notice WHERE case_id = $1 ORDER BY number`,
      [id],
    );
  }

  async decision(id: string): Promise<Decision | undefined> {
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
