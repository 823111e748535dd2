import type { ByteCursor } from './byte-cursor.js';
import type { ImageShape } from './image.rules.js';

const SIGNATURE_LENGTH = 8;
const CHECKSUM_LENGTH = 4;
const MAX_CHUNK = 0x7fff_ffff;

const typeCode = (name: string) => Buffer.from(name, 'latin1').readUInt32BE();
const IHDR = typeCode('IHDR');
const IDAT = typeCode('IDAT');
const IEND = typeCode('IEND');

/** Walks the chunks of a PNG (ISO/IEC 15948, clause 5): IHDR first, at least one IDAT, IEND at the end. */
export async function walkPng(cursor: ByteCursor): Promise<ImageShape | undefined> {
  cursor.skip(SIGNATURE_LENGTH);
  let size: { width: number; height: number } | undefined;
  let hasData = false;
  for (;;) {
    const length = await cursor.number(4);
    const type = await cursor.number(4);
    if (length > MAX_CHUNK) return undefined;
    const next = cursor.position + length + CHECKSUM_LENGTH;
    if (!size) {
      if (type !== IHDR || length !== 13) return undefined;
      size = { width: await cursor.number(4), height: await cursor.number(4) };
      if (size.width === 0 || size.height === 0) return undefined;
    }
    if (type === IDAT) hasData = true;
    // The last byte of the checksum must be there too.
    cursor.position = next - 1;
    await cursor.byte();
    if (type === IEND) return length === 0 && hasData ? { end: next, ...size } : undefined;
  }
}
