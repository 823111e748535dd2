import { Injectable } from '@nestjs/common';
import type { CaseRecord } from '@app/casework';
import { NumberSeries } from '@app/documents';
import type { Citation, LegalDate, RuleRow } from '@app/kernel';
import type { Tx } from '@app/platform';
import { DivisionQueries } from '@app/register';
import { remedies, rulesInForce } from '../domain/establishment.table.js';
import { Applications } from '../persistence/applications.js';

export type Outcome = 'APPROVED' | 'REFUSED' | 'NOT_ADMITTED';

export interface NewDecision {
  readonly outcome: Outcome;
  readonly ground?: RuleRow;
  readonly reason?: string;
  readonly citation?: Citation;
  readonly granted?: {
    readonly subjectId: string;
    readonly creditCode: string;
    readonly certificateNumber: string;
    readonly certificateDueOn: LegalDate;
  };
}

const WORD: Readonly<Record<Outcome, string>> = { APPROVED: '准', REFUSED: '不准', NOT_ADMITTED: '不受' };

/** Writes decisions down with their number, their ground, the rows of law they applied and the rights against them. */
@Injectable()
export class Decisions {
  constructor(
    private readonly series: NumberSeries,
    private readonly divisions: DivisionQueries,
    private readonly applications: Applications,
  ) {}

  /** @returns the number of the decision. */
  async record(tx: Tx, record: CaseRecord, decision: NewDecision): Promise<string> {
    const { outcome, ground, reason, granted } = decision;
    const number = await this.number(tx, record.authority, outcome);
    const rights = outcome === 'APPROVED' ? null : await this.rights(tx, record.authority);
    const rules = rulesInForce(await this.applications.get(record.id, tx), tx.today);
    await tx.execute(
      `INSERT INTO registration.decision (case_id, number, outcome, decided_on, ground, reason, citation, remedies, rules,
                                          subject_id, credit_code, certificate_number, certificate_due_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        record.id,
        number,
        outcome,
        tx.today,
        ground?.id ?? null,
        reason ?? null,
        JSON.stringify(ground?.citation ?? decision.citation),
        JSON.stringify(rights),
        JSON.stringify(
          rules.map(({ id, value, citation, inForceFrom, mark }) => ({ id, value, citation, inForceFrom, mark })),
        ),
        granted?.subjectId ?? null,
        granted?.creditCode ?? null,
        granted?.certificateNumber ?? null,
        granted?.certificateDueOn ?? null,
      ],
    );
    return number;
  }

  private async number(tx: Tx, authority: string, outcome: Outcome): Promise<string> {
    const year = Number(tx.today.slice(0, 4));
    const next = await this.series.next(tx, `decision:${authority}:${outcome}`, year);
    return `${authority}民社${WORD[outcome]}〔${year}〕${next}号`;
  }

  private async rights(tx: Tx, authority: string) {
    const registrar = await this.divisions.find(authority, tx);
    return remedies({ level: registrar!.level, names: await this.divisions.namesTo(authority, tx) }, tx.today);
  }
}
