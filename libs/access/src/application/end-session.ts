import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';
import type { Principal } from '../domain/principal.js';
import { endSessions } from './end-sessions.js';

/** Ends a session of the caller: this one (logout) or another. */
@Injectable()
export class EndSession {
  constructor(private readonly audit: Audit) {}

  /** @throws NotFound when the caller has no such open session. */
  async execute(tx: Tx, { accountId, sessionId: current }: Principal, sessionId: string): Promise<void> {
    const reason = sessionId === current ? 'LOGOUT' : 'REVOKED';
    if ((await endSessions(tx, { accountId, sessionId }, reason)) === 0) throw new NotFound();
    await this.audit.record(tx, {
      action: 'access.session.end',
      subjectType: 'account',
      subjectId: accountId,
      detail: { sessionId, reason },
    });
  }
}
