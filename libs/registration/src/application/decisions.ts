import { Injectable } from '@nestjs/common';
import type { CaseRecord } from '@app/casework';
import { NumberSeries } from '@app/documents';
import type { Citation, LegalDate, RuleRow } from '@app/kernel';
import type { Tx } from '@app/platform';
import { DivisionQueries } from '@app/register';
import { remedies, type Remedy } from '../domain/remedies.rules.js';

export type Outcome = 'APPROVED' | 'REFUSED' | 'NOT_ADMITTED' | 'RECORDED' | 'NOT_RECORDED' | 'ORDERED' | 'REJECTED';

export interface NewDecision {
  readonly outcome: Outcome;
  readonly ground?: RuleRow;
  readonly reason?: string;
  readonly citation?: Citation;
  /** The rows of law it applied. */
  readonly rules: readonly RuleRow[];
  readonly granted?: {
    readonly subjectId: string;
    readonly creditCode: string;
    readonly certificateNumber?: string;
    readonly certificateDueOn?: LegalDate;
  };
}

const WORD: Readonly<Record<Outcome, string>> = {
  APPROVED: '准',
  REFUSED: '不准',
  NOT_ADMITTED: '不受',
  RECORDED: '备',
  NOT_RECORDED: '不备',
  ORDERED: '记',
  REJECTED: '不记',
};
/** Decisions that nobody has reason to attack: what was asked for was given, or nothing was done. */
const HARMLESS: readonly Outcome[] = ['APPROVED', 'RECORDED', 'REJECTED'];

/** Writes decisions down with their number, their ground, the rows of law they applied and the rights against them. */
@Injectable()
export class Decisions {
  constructor(
    private readonly series: NumberSeries,
    private readonly divisions: DivisionQueries,
  ) {}

  /** @returns the number of the decision. */
  async record(tx: Tx, record: CaseRecord, decision: NewDecision): Promise<string> {
    const { outcome, ground, reason, granted, rules } = decision;
    const number = await this.number(tx, record.authority, outcome);
    const rights = HARMLESS.includes(outcome) ? null : await this.rights(tx, record.authority);
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

  /** Review and suit against a decision of today, with bodies and last days. */
  async rights(tx: Tx, authority: string): Promise<Remedy[]> {
    const registrar = await this.divisions.find(authority, tx);
    return remedies({ level: registrar!.level, names: await this.divisions.namesTo(authority, tx) }, tx.today);
  }
}
