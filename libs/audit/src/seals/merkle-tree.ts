import { createHash } from 'node:crypto';

/**
 * A Merkle tree that is built leaf by leaf and keeps only the roots of its whole subtrees, after
 * RFC 6962: a leaf and a node are hashed under different prefixes, so that neither passes for the other.
 */
export class MerkleTree {
  /** Roots of whole subtrees, the largest first; sizes are the binary digits of the number of leaves. */
  private readonly subtrees: { size: number; root: Buffer }[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(content: string): void {
    this.count += 1;
    let added = { size: 1, root: hash(0, Buffer.from(content)) };
    for (let last = this.subtrees.at(-1); last?.size === added.size; last = this.subtrees.at(-1)) {
      this.subtrees.pop();
      added = { size: added.size * 2, root: hash(1, last.root, added.root) };
    }
    this.subtrees.push(added);
  }

  /** In hexadecimal. @throws Error for a tree without leaves: nothing is nothing's proof. */
  root(): string {
    const last = this.subtrees.at(-1);
    if (!last) throw new Error('a tree without leaves has no root');
    return this.subtrees
      .slice(0, -1)
      .reduceRight((right, { root }) => hash(1, root, right), last.root)
      .toString('hex');
  }
}

function hash(prefix: 0 | 1, ...parts: Buffer[]): Buffer {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from([prefix]), ...parts]))
    .digest();
}
