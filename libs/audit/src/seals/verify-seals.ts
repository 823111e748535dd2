import { Injectable } from '@nestjs/common';
import { KeyRing, Reads } from '@app/platform';
import { MerkleTree } from './merkle-tree.js';
import { sealHash, type Seal } from './seal.js';
import { SealedLogs, type SealedLog } from './sealed-logs.js';
import { SealQueries } from './seal.queries.js';

export interface SealVerification {
  readonly seals: number;
  readonly rows: number;
  /** The first thing that does not hold; absent when all holds. */
  readonly broken?: string;
}

/**
 * Proves that what was sealed is still what it was: every root recomputed from the rows, every link,
 * every signature, and, against a copy held outside, that the seals themselves were not made anew.
 */
@Injectable()
export class VerifySeals {
  constructor(
    private readonly logs: SealedLogs,
    private readonly seals: SealQueries,
    private readonly keys: KeyRing,
    private readonly reads: Reads,
  ) {}

  async execute(outside: readonly Seal[] = []): Promise<SealVerification> {
    let seals = 0;
    let rows = 0;
    for (const log of this.logs.list()) {
      const chain = await this.seals.ofLog(log.name);
      const copies = outside.filter((copy) => copy.log === log.name);
      const broken = differs(chain, copies) ?? (await this.brokenSeal(log, chain));
      if (broken) return { seals, rows, broken };
      seals += chain.length;
      rows += chain.reduce((sum, seal) => sum + seal.rows, 0);
    }
    return { seals, rows };
  }

  private async brokenSeal(log: SealedLog, chain: readonly Seal[]): Promise<string | undefined> {
    let before: Seal | undefined;
    for (const [index, seal] of chain.entries()) {
      const name = `seal ${seal.number} of log ${log.name}`;
      const linked =
        seal.previous === (before?.hash ?? null) && seal.fromTransaction === (before?.toTransaction ?? '0');
      if (seal.number !== index + 1 || !linked) return `${name}: does not follow the seal before it`;
      if (sealHash(seal) !== seal.hash) return `${name}: does not have its hash`;
      if (!this.keys.isSigned(seal.hash, seal.keyId, seal.signature))
        return `${name}: is not signed by key ${seal.keyId}`;
      const tree = new MerkleTree();
      for await (const content of log.contents({ from: seal.fromTransaction, to: seal.toTransaction }, this.reads))
        tree.add(content);
      if (tree.size !== seal.rows) return `${name}: covers ${tree.size} rows, ${seal.rows} were sealed`;
      if (tree.root() !== seal.root) return `${name}: a row it covers was changed`;
      before = seal;
    }
    return undefined;
  }
}

/** A copy held outside is never wrong about what was sealed. */
function differs(chain: readonly Seal[], copies: readonly Seal[]): string | undefined {
  const copy = copies.find(({ number, hash }) => chain[number - 1]?.hash !== hash);
  return copy && `seal ${copy.number} of log ${copy.log}: is not the one in the copy held outside`;
}
