import type { ByteCursor } from './byte-cursor.js';
import type { ImageShape } from './image.rules.js';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Markers without a length: TEM, RST0 to RST7 and a second SOI. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B) to its own end marker. The previews inside a
 * segment have end markers too; walking by lengths steps over them.
 */
export async function walkJpeg(cursor: ByteCursor): Promise<ImageShape | undefined> {
  cursor.skip(2);
  let size: { width: number; height: number } | undefined;
  let scanned = false;
  for (;;) {
    if ((await cursor.byte()) !== 0xff) return undefined;
    const marker = await markerAt(cursor);
    if (marker === END_OF_IMAGE) return size && scanned ? { end: cursor.position, ...size } : undefined;
    if (standsAlone(marker)) continue;
    const segment = cursor.position;
    const length = await cursor.number(2);
    if (length < 2) return undefined;
    if (isFrame(marker)) {
      cursor.skip(1);
      const height = await cursor.number(2);
      size = { height, width: await cursor.number(2) };
    }
    cursor.position = segment + length;
    if (marker === START_OF_SCAN) {
      scanned = true;
      await passScan(cursor);
    }
  }
}

/** The marker behind an 0xFF; any number of 0xFF may stand before it as filling. */
async function markerAt(cursor: ByteCursor): Promise<number> {
  let marker = await cursor.byte();
  while (marker === 0xff) marker = await cursor.byte();
  return marker;
}

/** Steps over compressed data, in which 0xFF is followed by 0 or a restart marker, to the next marker. */
async function passScan(cursor: ByteCursor): Promise<void> {
  for (;;) {
    await cursor.passNext(0xff);
    const start = cursor.position - 1;
    const marker = await markerAt(cursor);
    if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) continue;
    cursor.position = start;
    return;
  }
}
