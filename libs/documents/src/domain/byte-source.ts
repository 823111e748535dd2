/** Bytes that can be read at any place without being in memory as a whole. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `offset`; fewer than `length` only at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

export class BufferSource implements ByteSource {
  constructor(private readonly bytes: Buffer) {}

  get size(): number {
    return this.bytes.length;
  }

  read(offset: number, length: number): Promise<Buffer> {
    return Promise.resolve(this.bytes.subarray(Math.max(0, offset), Math.max(0, offset + length)));
  }
}

const WINDOW = 262_144;

/** Walks from `from` to the end in windows that overlap, so that no mark is missed where two meet. */
export async function* windowsOf(source: ByteSource, from: number, overlap: number): AsyncGenerator<Buffer> {
  for (let offset = Math.max(0, from); offset < source.size; offset += WINDOW) {
    yield await source.read(offset, WINDOW + overlap);
  }
}

/** The last `length` bytes. */
export function tailOf(source: ByteSource, length: number): Promise<Buffer> {
  const start = Math.max(0, source.size - length);
  return source.read(start, source.size - start);
}
