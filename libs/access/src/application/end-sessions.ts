import type { Tx } from '@app/platform';
import type { EndReason } from '../domain/session.table.js';

/** Which sessions of an account: one, all, or all but one. */
export interface WhichSessions {
  readonly accountId: string;
  readonly sessionId?: string;
  readonly except?: string;
}

/** Ends sessions at once: every request reads its session again. @returns how many were open. */
export function endSessions(tx: Tx, which: WhichSessions, reason: EndReason): Promise<number> {
  return tx.execute(
    `UPDATE access.session SET ended_at = now(), end_reason = $4
      WHERE account_id = $1 AND ended_at IS NULL
        AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3)`,
    [which.accountId, which.sessionId ?? null, which.except ?? null, reason],
  );
}
