import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import { SYSTEM, type Tx, UnitOfWork } from '@app/platform';
import { LIFETIMES } from '../domain/session.table.js';
import { endSessions } from './end-sessions.js';
import type { OpenedSession } from './open-session.js';
import { hashOf, issueRefreshToken } from './refresh-tokens.js';

interface TokenRow {
  readonly sessionId: string;
  readonly accountId: string;
  readonly used: boolean;
  readonly ended: boolean;
  readonly alive: boolean;
}

/** Changes a refresh token for the next one. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /**
   * The session with its next token; undefined when the token is not, or no longer, good. A token that was changed
   * before is in two hands, and nobody can say which are the right ones: the session ends, and that must commit,
   * so a refusal is an answer here and not an exception.
   */
  execute(token: string): Promise<OpenedSession | undefined> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const row = await find(tx, hashOf(token));
      if (!row) return undefined;
      if (row.used) {
        if (!row.ended) await this.endForReuse(tx, row);
        return undefined;
      }
      return row.alive ? rotate(tx, row, hashOf(token)) : undefined;
    });
  }

  private async endForReuse(tx: Tx, { accountId, sessionId }: TokenRow): Promise<void> {
    await endSessions(tx, { accountId, sessionId }, 'TOKEN_REUSED');
    await this.audit.record(tx, {
      action: 'access.session.end',
      subjectType: 'account',
      subjectId: accountId,
      detail: { sessionId, reason: 'TOKEN_REUSED' },
    });
  }
}

/** Locks token and session: of two requests with the same token, the second sees that it was used. */
async function find(tx: Tx, tokenHash: string): Promise<TokenRow | undefined> {
  const rows = await tx.rows<TokenRow>(
    `SELECT s.id AS "sessionId", s.account_id AS "accountId", t.used_at IS NOT NULL AS used,
            s.ended_at IS NOT NULL AS ended,
            s.ended_at IS NULL AND s.idle_until > now() AND s.expires_at > now() AND a.status = 'ACTIVE' AS alive
       FROM access.refresh_token t JOIN access.session s ON s.id = t.session_id
       JOIN access.account a ON a.id = s.account_id
      WHERE t.token_hash = $1 FOR UPDATE OF t, s`,
    [tokenHash],
  );
  return rows.at(0);
}

async function rotate(tx: Tx, { accountId, sessionId }: TokenRow, tokenHash: string): Promise<OpenedSession> {
  await tx.execute('UPDATE access.refresh_token SET used_at = now() WHERE token_hash = $1', [tokenHash]);
  await tx.execute(
    `UPDATE access.session SET last_used_at = now(), idle_until = now() + make_interval(secs => $2) WHERE id = $1`,
    [sessionId, LIFETIMES.sessionIdle],
  );
  return { accountId, sessionId, refreshToken: await issueRefreshToken(tx, sessionId) };
}
