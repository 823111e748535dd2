import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import { Notices } from '@app/notices';
import type { Tx } from '@app/platform';
import { Decisions } from '../decisions.js';

/** What is entered about an organization that did not ask for it. */
export interface UnaskedEntry {
  readonly creditCode: string;
  readonly authority: string;
  readonly title: string;
  readonly decisionNumber?: string;
}

/** Tells everybody who acts for an organization of an entry it did not ask for, and of the ways against it. */
@Injectable()
export class TellOrganization {
  constructor(
    private readonly principals: PrincipalQueries,
    private readonly notices: Notices,
    private readonly decisions: Decisions,
  ) {}

  async execute(tx: Tx, { creditCode, authority, title, decisionNumber }: UnaskedEntry): Promise<void> {
    const rights = decisionNumber === undefined ? [] : await this.decisions.rights(tx, authority);
    const review = rights.find(({ type }) => type === 'REVIEW');
    const data = {
      title,
      decisionNumber,
      reviewBody: review?.bodies.join('、'),
      reviewUntil: review?.lastDay,
      suitUntil: rights.find(({ type }) => type === 'SUIT')?.lastDay,
    };
    const resource = `/api/v1/public/organizations/${creditCode}/entries`;
    for (const accountId of await this.principals.holdersOf(tx, 'ORGANIZATION_AGENT', creditCode)) {
      await this.notices.send(tx, { accountId, template: 'entry-made', data, resource });
    }
  }
}
