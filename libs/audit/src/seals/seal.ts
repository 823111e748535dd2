import { createHash } from 'node:crypto';
import { canonicalJson } from '@app/kernel';

/** What a seal says: which rows it covers, their root, and which seal came before. */
export interface SealContent {
  readonly log: string;
  /** 1, 2, 3 … within the log. */
  readonly number: number;
  /** First transaction that is covered, and first that is not. */
  readonly fromTransaction: string;
  readonly toTransaction: string;
  readonly rows: number;
  readonly root: string;
  /** Hash of the seal before; null for the first. */
  readonly previous: string | null;
  readonly sealedAt: string;
}

export interface Seal extends SealContent {
  readonly hash: string;
  readonly keyId: string;
  /** Ed25519 over `hash`. */
  readonly signature: string;
}

/** SHA-256 over all that a seal says, its predecessor included. */
export function sealHash(content: SealContent): string {
  const { log, number, fromTransaction, toTransaction, rows, root, previous, sealedAt } = content;
  const said = { log, number, fromTransaction, toTransaction, rows, root, previous, sealedAt };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}
