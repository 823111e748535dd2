import { Injectable } from '@nestjs/common';
import { covers, scopesOf, type Principal } from '@app/access';
import { NotPermitted, type LegalDate } from '@app/kernel';
import type { Tx } from '@app/platform';
import { DivisionQueries } from '@app/register';
import type { GroupDecision } from '../../domain/governance/nomination.js';

/** How the leading group's decision is entered: its document, its day. */
export interface DecisionInput {
  readonly documentNumber: string;
  readonly decidedOn: LegalDate;
  /** Of a city hub: the batch it belongs to. */
  readonly batch?: number;
}

/** Decisions of a leading group (社会建设工作领导小组), entered by its officers. */
@Injectable()
export class GroupDecisions {
  constructor(private readonly divisions: DivisionQueries) {}

  /** In the name of the leading group for which the officer acts. @throws NotPermitted where he acts for none. */
  async of(
    tx: Tx,
    by: Principal,
    division: string,
    { documentNumber, decidedOn, batch }: DecisionInput,
  ): Promise<GroupDecision> {
    const scope = scopesOf(by, 'LEADING_GROUP_OFFICER').find((held) => covers(held, division));
    if (scope === undefined) throw new NotPermitted();
    const place = (await this.divisions.namesTo(scope, tx)).join('');
    return { documentNumber, decidedOn, decidedBy: `${place}社会建设工作领导小组`, batch };
  }
}
