import { ByteCursor, EndOfBytes } from './byte-cursor.js';
import type { ByteSource } from './byte-source.js';
import type { FileRefusal } from './file-refusal.table.js';
import { refuseForeignTrail, refuseHiddenPdf, refuseHiddenZip } from './foreign-content.rules.js';

/** Larger pictures (A2 at 600 dpi has 139 million) could only exhaust the machine that shows them. */
const MAX_PIXELS = 300_000_000;

/** What the walk through a picture found. */
export interface ImageShape {
  /** Where the picture ends: just behind its end marker. */
  readonly end: number;
  readonly width: number;
  readonly height: number;
}

/** Walks a picture of one format from its first byte; undefined when it is not well formed. */
export type ImageWalk = (cursor: ByteCursor) => Promise<ImageShape | undefined>;

/** The defects of a picture whose signature was recognised already. */
export async function refuseImage(source: ByteSource, walk: ImageWalk): Promise<FileRefusal[]> {
  const hidden = [...(await refuseHiddenPdf(source)), ...(await refuseHiddenZip(source))];
  const shape = await shapeOf(source, walk);
  if (!shape) return [...hidden, 'FILE_TRUNCATED'];
  const bomb: FileRefusal[] = shape.width * shape.height > MAX_PIXELS ? ['FILE_BOMB'] : [];
  return [...hidden, ...bomb, ...(await refuseForeignTrail(source, shape.end))];
}

async function shapeOf(source: ByteSource, walk: ImageWalk): Promise<ImageShape | undefined> {
  try {
    return await walk(new ByteCursor(source, 0));
  } catch (error) {
    if (error instanceof EndOfBytes) return undefined;
    throw error;
  }
}
