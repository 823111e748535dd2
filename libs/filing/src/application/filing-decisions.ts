import { Injectable } from '@nestjs/common';
import { NumberSeries } from '@app/documents';
import { cite, isInForce, type Citation, type LegalDate, type RuleRow } from '@app/kernel';
import { Reads, type Sql, type Tx } from '@app/platform';
import { FILING_REFUSALS, FILING_ROWS, type FilingRefusal } from '../domain/filing.table.js';

export interface FilingDecision {
  readonly number: string;
  readonly outcome: 'RECORDED' | 'NOT_RECORDED';
  readonly decidedOn: LegalDate;
  readonly ground: FilingRefusal | null;
  readonly reason: string | null;
  readonly citation: Citation;
  /** The rows that it applied. */
  readonly rules: readonly Pick<RuleRow, 'id' | 'value' | 'citation' | 'inForceFrom' | 'mark'>[];
}

const FILED = cite('京办发〔2016〕43号', '四(二)');

/** Writes decisions down with their number, their ground, and the rows that they applied. */
@Injectable()
export class FilingDecisions {
  constructor(
    private readonly reads: Reads,
    private readonly series: NumberSeries,
  ) {}

  /** @returns the number of the decision. */
  async record(
    tx: Tx,
    caseId: string,
    office: string,
    refused?: { readonly ground: FilingRefusal; readonly reason: string },
  ): Promise<string> {
    const outcome = refused ? 'NOT_RECORDED' : 'RECORDED';
    const year = Number(tx.today.slice(0, 4));
    const next = await this.series.next(tx, `filing-decision:${office}:${outcome}`, year);
    const number = `${office}${refused ? '不备' : '备'}〔${year}〕${next}号`;
    const rules = FILING_ROWS.filter((row) => isInForce(row, tx.today));
    const citation = refused ? FILING_REFUSALS[refused.ground].citation : FILED;
    await tx.execute(
      `INSERT INTO filing.decision (case_id, number, outcome, decided_on, ground, reason, citation, rules)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[caseId, number, outcome, tx.today, refused?.ground ?? null, refused?.reason ?? null],
        JSON.stringify(citation),
        JSON.stringify(
          rules.map(({ id, value, citation: source, inForceFrom, mark }) => {
            return { id, value, citation: source, inForceFrom, mark };
          }),
        ),
      ],
    );
    return number;
  }

  async find(caseId: string, sql: Sql = this.reads): Promise<FilingDecision | null> {
    const [decision] = await sql.rows<FilingDecision>(
      `SELECT number, outcome, decided_on::text AS "decidedOn", ground, reason, citation, rules
         FROM filing.decision WHERE case_id = $1`,
      [caseId],
    );
    return decision ?? null;
  }
}
