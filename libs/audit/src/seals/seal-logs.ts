import { Injectable } from '@nestjs/common';
import { KeyRing, type Tx } from '@app/platform';
import { MerkleTree } from './merkle-tree.js';
import { sealHash, type Seal } from './seal.js';
import { SealedLogs, type SealedLog } from './sealed-logs.js';
import { SealQueries } from './seal.queries.js';

/**
 * Closes what was written since the last seal under a signed Merkle root. A range ends at the oldest
 * transaction that may still be running, so that every row of it is there to stay.
 */
@Injectable()
export class SealLogs {
  constructor(
    private readonly logs: SealedLogs,
    private readonly seals: SealQueries,
    private readonly keys: KeyRing,
  ) {}

  /** @returns the new seals; a log with nothing new gets none. */
  async execute(tx: Tx): Promise<Seal[]> {
    const made: Seal[] = [];
    for (const log of this.logs.list()) {
      // One sealer at a time for a log, whichever process it runs in.
      await tx.execute(`SELECT pg_advisory_xact_lock(hashtextextended('audit.seal:' || $1, 0))`, [log.name]);
      const seal = await this.seal(tx, log);
      if (seal) made.push(seal);
    }
    return made;
  }

  private async seal(tx: Tx, log: SealedLog): Promise<Seal | undefined> {
    const last = await this.seals.last(log.name, tx);
    const fromTransaction = last?.toTransaction ?? '0';
    const { boundary: toTransaction } = await tx.row<{ boundary: string }>(
      'SELECT audit.numbered(pg_snapshot_xmin(pg_current_snapshot()))::text AS boundary',
    );
    if (BigInt(toTransaction) <= BigInt(fromTransaction)) return undefined;
    const tree = new MerkleTree();
    for await (const content of log.contents({ from: fromTransaction, to: toTransaction }, tx)) tree.add(content);
    if (tree.size === 0) return undefined;
    const content = {
      log: log.name,
      number: (last?.number ?? 0) + 1,
      fromTransaction,
      toTransaction,
      rows: tree.size,
      root: tree.root(),
      previous: last?.hash ?? null,
      sealedAt: tx.now.toISOString(),
    };
    const hash = sealHash(content);
    const seal = { ...content, hash, ...this.keys.sign(hash) };
    await this.insert(tx, seal);
    return seal;
  }

  private async insert(tx: Tx, seal: Seal): Promise<void> {
    await tx.execute(
      `INSERT INTO audit.seal (log, number, from_transaction, to_transaction, rows, root, previous, sealed_at, hash, key_id, signature)
       VALUES ($1, $2, $3::text::xid8, $4::text::xid8, $5, $6, $7, $8, $9, $10, $11)`,
      [
        seal.log,
        seal.number,
        seal.fromTransaction,
        seal.toTransaction,
        seal.rows,
        seal.root,
        seal.previous,
        seal.sealedAt,
        seal.hash,
        seal.keyId,
        seal.signature,
      ],
    );
  }
}
