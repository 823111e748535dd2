import { posix } from 'node:path';
import { partPath, type Package } from './package.js';
import { readThrough } from './xml-part.js';

/** More than an honest part has. */
const MAX_RELATIONSHIPS = 10_000;

/** What one part of a package says of another. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type: the words before it differ between the editions of the standard. */
  readonly type: string;
  readonly path: string;
}

/** The relationships of a part to others in the package; `''` is the package itself. */
export async function relationshipsOf(parts: Package, part: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = [];
  const { dir, base } = posix.parse(part);
  await readThrough(parts.read(posix.join(dir, '_rels', `${base}.rels`)), {
    open(name, { Id = '', Type = '', Target, TargetMode }) {
      if (name !== 'Relationship' || !Target || TargetMode === 'External' || found.length >= MAX_RELATIONSHIPS) return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: partPath(part, Target) });
    },
  });
  return found;
}
