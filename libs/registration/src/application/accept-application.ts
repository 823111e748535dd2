import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { LegalClock, StepEngine, type OpenedStep } from '@app/casework';
import { SYSTEM, type Tx } from '@app/platform';
import type { Procedure } from './procedure.js';

/** Accepts an application: from now on the registrar owes a decision within the period of the law. */
@Injectable()
export class AcceptApplication {
  constructor(
    private readonly engine: StepEngine,
    private readonly legalClock: LegalClock,
  ) {}

  async execute(tx: Tx, procedure: Procedure, officer: Principal, id: string, expectedVersion: number): Promise<void> {
    await this.accept(
      tx,
      procedure,
      await this.engine.open(tx, procedure.workflow, id, 'accept', officer, expectedVersion),
    );
  }

  /** 逾期不告知的，自收到申请材料之日起即为受理: nobody said a word in five working days. */
  async deem(tx: Tx, procedure: Procedure, id: string): Promise<void> {
    await this.accept(tx, procedure, await this.engine.open(tx, procedure.workflow, id, 'deem-accepted', SYSTEM));
  }

  private async accept(tx: Tx, procedure: Procedure, step: OpenedStep): Promise<void> {
    const { id, receivedOn, dueOn } = step.record;
    const { row, from } = await procedure.decisionPeriod(tx, id);
    // An officer who accepts after the five working days only puts on paper what the law has done already.
    const deemed = dueOn !== null && tx.today > dueOn;
    // The Regulations count from the receipt of all papers, the Charity Law from acceptance; one that is
    // deemed accepted is so as of the day of receipt.
    const startsOn = from === 'RECEIPT' || deemed ? receivedOn! : tx.today;
    await this.legalClock.start(tx, id, row, startsOn);
    await step.close({ detail: { acceptedAsOf: deemed ? receivedOn : tx.today } });
  }
}
