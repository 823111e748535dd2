import { Injectable } from '@nestjs/common';
import { Deadlines, type CaseRecord } from '@app/casework';
import { NumberSeries } from '@app/documents';
import { lastDay, rowInForce, type LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { CERTIFICATE_PERIOD } from '../domain/periods.table.js';

/** Certificates of registration (登记证书): their numbers, and that they are delivered in time. */
@Injectable()
export class Certificates {
  constructor(
    private readonly series: NumberSeries,
    private readonly deadlines: Deadlines,
  ) {}

  async number(tx: Tx, authority: string): Promise<string> {
    const year = Number(tx.today.slice(0, 4));
    const number = await this.series.next(tx, `certificate:${authority}`, year);
    return `${authority}-${year}-${String(number).padStart(6, '0')}`;
  }

  /** The registrar owes the certificate from today on (许可法 第四十四条). @returns the last day. */
  async owe(tx: Tx, { id: caseId, authority }: CaseRecord): Promise<LegalDate> {
    const { value, citation } = rowInForce(CERTIFICATE_PERIOD, tx.today);
    const dueOn = lastDay(tx.today, value);
    const kind = 'CERTIFICATE_DELIVERY';
    await this.deadlines.open(tx, { caseId, kind, role: 'ACCEPTANCE_OFFICER', authority, dueOn, citation });
    return dueOn;
  }
}
