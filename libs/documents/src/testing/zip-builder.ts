import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP file; every field that a hostile file could lie about can be set. */
export interface ZipPart {
  readonly path: string;
  readonly data?: string | Buffer;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly declaredSize?: number;
  /** The name in the local header, when it differs from the directory's. */
  readonly localPath?: string;
  /** Bytes before the local header that no entry owns. */
  readonly gap?: Buffer;
  /** Takes the bytes of the entry with this index instead of its own. */
  readonly sameAs?: number;
}

export interface ZipOptions {
  readonly prefix?: Buffer;
  readonly comment?: Buffer;
  readonly trailing?: Buffer;
  readonly withoutEnd?: boolean;
}

interface Placed {
  readonly offset: number;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** Builds a ZIP file byte by byte. */
export function zipOf(parts: readonly ZipPart[], options: ZipOptions = {}): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  const push = (bytes: Buffer) => {
    chunks.push(bytes);
    length += bytes.length;
  };
  if (options.prefix) push(options.prefix);
  const placed: Placed[] = [];
  for (const part of parts) {
    if (part.sameAs !== undefined) {
      placed.push(placed[part.sameAs]);
      continue;
    }
    if (part.gap) push(part.gap);
    const data = Buffer.from(part.data ?? '');
    const packed = part.stored ? data : deflateRawSync(data);
    const entry = { offset: length, packed, size: part.declaredSize ?? data.length, crc: crc32(data) };
    placed.push(entry);
    push(localHeader(part, entry));
    push(packed);
  }
  const start = length;
  parts.forEach((part, index) => push(directoryHeader(part, placed[index])));
  if (!options.withoutEnd) push(endRecord(parts.length, length - start, start, options.comment ?? Buffer.alloc(0)));
  if (options.trailing) push(options.trailing);
  return Buffer.concat(chunks);
}

function localHeader(part: ZipPart, { packed, size, crc }: Placed): Buffer {
  const name = Buffer.from(part.localPath ?? part.path);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  common(header, 4, part, crc, packed.length, size);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryHeader(part: ZipPart, { offset, packed, size, crc }: Placed): Buffer {
  const name = Buffer.from(part.path);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  common(header, 6, part, crc, packed.length, size);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function common(header: Buffer, at: number, part: ZipPart, crc: number, packed: number, size: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE((part.flags ?? 0) | 0x800, at + 2);
  header.writeUInt16LE(part.stored ? 0 : 8, at + 4);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
}

function endRecord(count: number, size: number, start: number, comment: Buffer): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count & 0xffff, 8);
  record.writeUInt16LE(count & 0xffff, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(start, 16);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([record, comment]);
}
