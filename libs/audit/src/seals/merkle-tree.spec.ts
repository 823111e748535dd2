import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { MerkleTree } from './merkle-tree.js';

/** The definition of RFC 6962, 2.1, word for word: split at the largest power of two below n. */
function definition(leaves: readonly string[]): Buffer {
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 1) return sha(Buffer.from([0]), Buffer.from(leaves[0]));
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.from([1]), definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

function rootOf(leaves: readonly string[]): string {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

describe('the Merkle tree', () => {
  it('has the root that its definition gives, for every number of leaves', () => {
    for (let size = 1; size <= 70; size += 1) {
      const leaves = Array.from({ length: size }, (_, index) => `leaf ${index}`);
      expect(rootOf(leaves)).toBe(definition(leaves).toString('hex'));
    }
  });

  it('has another root when a leaf is changed, dropped, doubled or swapped', () => {
    const leaves = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(leaves, fc.nat(), (list, pick) => {
        const index = pick % (list.length - 1);
        const swapped = list.with(index, list[index + 1]).with(index + 1, list[index]);
        const others = [
          list.with(index, `${list[index]}!`),
          list.toSpliced(index, 1),
          list.toSpliced(index, 0, list[index]),
          swapped,
        ];
        for (const other of others) expect(rootOf(other)).not.toBe(rootOf(list));
      }),
    );
  });

  it('has no root without leaves', () => {
    expect(() => new MerkleTree().root()).toThrow();
  });
});
