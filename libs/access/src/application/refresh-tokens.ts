import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@app/platform';

/** Issues the next refresh token of a session. Only its SHA-256 is kept: who reads the table can log in as nobody. */
export async function issueRefreshToken(tx: Tx, sessionId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const values = [hashOf(token), sessionId];
  await tx.execute('INSERT INTO access.refresh_token (token_hash, session_id) VALUES ($1, $2)', values);
  return token;
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
