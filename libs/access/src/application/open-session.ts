import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Audit } from '@app/audit';
import { PERSONAL_NUMBER } from '@app/kernel';
import type { Tx } from '@app/platform';
import { LIFETIMES } from '../domain/session.table.js';
import { issueRefreshToken } from './refresh-tokens.js';

export interface OpenedSession {
  readonly accountId: string;
  readonly sessionId: string;
  readonly refreshToken: string;
}

const DEVICE_LENGTH = 200;

/** Begins a session for somebody who has shown a password. */
@Injectable()
export class OpenSession {
  constructor(private readonly audit: Audit) {}

  async execute(tx: Tx, accountId: string, device: string | undefined): Promise<OpenedSession> {
    const sessionId = randomUUID();
    await tx.execute(
      `INSERT INTO access.session (id, account_id, device, idle_until, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => $4), now() + make_interval(secs => $5))`,
      [
        sessionId,
        accountId,
        device === undefined ? null : deviceOf(device),
        LIFETIMES.sessionIdle,
        LIFETIMES.sessionMost,
      ],
    );
    await this.audit.record(tx, {
      action: 'access.login',
      subjectType: 'account',
      subjectId: accountId,
      detail: { sessionId },
    });
    return { accountId, sessionId, refreshToken: await issueRefreshToken(tx, sessionId) };
  }
}

/** What a browser calls itself; a number as long as one of a person or a telephone is none of its versions. */
function deviceOf(userAgent: string): string {
  return userAgent.split(PERSONAL_NUMBER).join('…').slice(0, DEVICE_LENGTH);
}
