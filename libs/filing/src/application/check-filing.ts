import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { LegalClock, StepEngine } from '@app/casework';
import { NotFound } from '@app/kernel';
import type { Tx } from '@app/platform';
import { CORRECTION_PERIOD } from '../domain/filing.table.js';
import { Filings } from '../persistence/filings.js';
import { procedureOf } from './filing-procedure.js';

/** One thing that the group is told to correct (补正). */
export interface CorrectionItem {
  /** JSON pointer into what was filed. */
  readonly pointer: string;
  readonly message: string;
}

/** The office looks at what was filed, and once tells all that is to be corrected. */
@Injectable()
export class CheckFiling {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly filings: Filings,
  ) {}

  /** Told once and all at once (一次告知): the table knows no second time. */
  async requestCorrection(
    tx: Tx,
    officer: Principal,
    id: string,
    version: number,
    items: readonly CorrectionItem[],
  ): Promise<void> {
    const step = await this.open(tx, officer, id, 'request-correction', version);
    await this.legalClock.start(tx, id, CORRECTION_PERIOD, tx.today);
    await step.close({ detail: { items } });
  }

  /** What was found goes to the colleague who decides. */
  async check(tx: Tx, officer: Principal, id: string, version: number, finding: string): Promise<void> {
    const step = await this.open(tx, officer, id, 'check', version);
    await step.close({ reason: finding });
  }

  async withdraw(tx: Tx, by: Principal, id: string, version: number, reason?: string): Promise<void> {
    const step = await this.open(tx, by, id, 'withdraw', version);
    await this.legalClock.stop(tx, id);
    await step.close({ reason });
  }

  private async open(tx: Tx, by: Principal, id: string, action: string, version: number) {
    const file = await this.filings.find(id, tx);
    if (!file) throw new NotFound();
    return this.engine.open(tx, procedureOf(file.office), id, action, by, version);
  }
}
