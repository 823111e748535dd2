import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { LegalClock, StepEngine, type OpenedStep } from '@app/casework';
import { SYSTEM, type Tx } from '@app/platform';
import { ESTABLISHMENT } from '../domain/establishment.workflow.js';
import { decisionPeriod } from '../domain/establishment.table.js';
import { Applications } from '../persistence/applications.js';

/** Accepts an application: from now on the registrar owes a decision within the period of the law. */
@Injectable()
export class AcceptApplication {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
    private readonly applications: Applications,
  ) {}

  async execute(tx: Tx, officer: Principal, id: string, expectedVersion: number): Promise<void> {
    await this.accept(tx, await this.engine.open(tx, ESTABLISHMENT, id, 'accept', officer, expectedVersion));
  }

  /** 逾期不告知的，自收到申请材料之日起即为受理: nobody said a word in five working days. */
  async deem(tx: Tx, id: string): Promise<void> {
    await this.accept(tx, await this.engine.open(tx, ESTABLISHMENT, id, 'deem-accepted', SYSTEM));
  }

  private async accept(tx: Tx, step: OpenedStep): Promise<void> {
    const { id, receivedOn, dueOn } = step.record;
    const { kind, charity } = await this.applications.get(id, tx);
    const { row, from } = decisionPeriod({ kind, charity }, tx.today);
    // An officer who accepts after the five working days only puts on paper what the law has done already.
    const deemed = dueOn !== null && tx.today > dueOn;
    // The Regulations count from the receipt of all papers, the Charity Law from acceptance; one that is
    // deemed accepted is so as of the day of receipt.
    const startsOn = from === 'RECEIPT' || deemed ? receivedOn! : tx.today;
    await this.legalClock.start(tx, id, row, startsOn);
    await step.close({ detail: { acceptedAsOf: deemed ? receivedOn : tx.today } });
  }
}
