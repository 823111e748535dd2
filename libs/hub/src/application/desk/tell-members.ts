import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import { Notices } from '@app/notices';
import type { Remainder, Tx } from '@app/platform';

/** The message of the outbox by which the agents of members are told that their hub wrote. */
export const TELL_MEMBERS_TOPIC = 'hub.tell-members';

const PART = 200;

export interface Telling {
  readonly message: string;
  readonly title: string;
  readonly after?: string;
  readonly done?: number;
}

/** Tells the agents of the recipients of a message, part by part. */
@Injectable()
export class TellMembers {
  constructor(
    private readonly principals: PrincipalQueries,
    private readonly notices: Notices,
  ) {}

  async part(tx: Tx, { message, title, after = '', done = 0 }: Telling): Promise<Remainder | undefined> {
    const rows = await tx.rows<{ code: string; total: number }>(
      `SELECT credit_code AS code, (SELECT count(*)::int FROM hub.message_recipient WHERE message_id = $1) AS total
         FROM hub.message_recipient WHERE message_id = $1 AND credit_code > $2 ORDER BY 1 LIMIT ${PART}`,
      [message, after],
    );
    const codes = rows.map(({ code }) => code);
    for (const accountId of await this.principals.holdersOf(tx, 'ORGANIZATION_AGENT', codes)) {
      const resource = `/api/v1/hub-messages/${message}`;
      await this.notices.send(tx, { accountId, template: 'hub-message', data: { title }, resource });
    }
    if (rows.length < PART) return undefined;
    const progress = { done: done + rows.length, total: rows[0].total };
    return { payload: { message, title, after: codes.at(-1), done: progress.done }, progress };
  }
}
