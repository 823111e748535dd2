import { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile as Handle } from 'yauzl';
import type { ByteSource } from '../domain/byte-source.js';
import type { ZipEntry } from '../domain/zip-directory.rules.js';

const BLOCK = 65_536;
const STRONG_ENCRYPTION = 'strong encryption';

/** The bytes are not a ZIP file that can be read. */
export class ZipDamaged extends Error {
  constructor(
    message: string,
    readonly encrypted = false,
  ) {
    super(message);
  }
}

class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(blocks(this.source, start, end), { objectMode: false });
  }

  override read(into: Buffer, at: number, length: number, position: number, done: (error: Error | null) => void): void {
    this.source.read(position, length).then(
      (bytes) => {
        bytes.copy(into, at);
        done(bytes.length < length ? new Error('unexpected end') : null);
      },
      (error: Error) => done(error),
    );
  }
}

async function* blocks(source: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  for (let offset = start; offset < end; offset += BLOCK) {
    yield await source.read(offset, Math.min(BLOCK, end - offset));
  }
}

/** A ZIP file, read in place: its directory first, then single parts, never more than a block in memory. */
export class ZipFile {
  private constructor(
    private readonly handle: Handle,
    private readonly raw: readonly Entry[],
    readonly entries: readonly ZipEntry[],
    /** Where the central directory begins. */
    readonly directoryStart: number,
  ) {}

  /** @throws ZipDamaged. Gives undefined when there are more than `maxEntries`. */
  static async open(source: ByteSource, maxEntries: number): Promise<ZipFile | undefined> {
    return damaged(async () => {
      const handle = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
        lazyEntries: true,
        decodeStrings: false,
        autoClose: false,
      });
      // Errors are also told to whoever waits for an entry; without a listener they would end the process.
      handle.on('error', () => undefined);
      if (handle.entryCount > maxEntries) return undefined;
      const directoryStart = Number(handle.readEntryCursor);
      const raw: Entry[] = [];
      for await (const entry of handle.eachEntry()) raw.push(entry);
      const entries: ZipEntry[] = [];
      for (const entry of raw) entries.push(await describe(handle, entry));
      return new ZipFile(handle, raw, entries, directoryStart);
    });
  }

  /**
   * Inflates one part. Ends with an error as soon as it is larger than it says, so a false size cannot
   * be used to slip past the limits. @throws ZipDamaged
   */
  async *inflate(index: number): AsyncGenerator<Buffer> {
    const stream = await damaged(() => this.handle.openReadStreamPromise(this.raw[index]));
    try {
      yield* stream as AsyncIterable<Buffer>;
    } catch (error) {
      throw error instanceof ZipDamaged ? error : new ZipDamaged((error as Error).message);
    } finally {
      stream.destroy();
    }
  }
}

async function describe(handle: Handle, entry: Entry): Promise<ZipEntry> {
  const local = await handle.readLocalFileHeaderPromise(entry);
  // A name that differs between directory and header would be checked under one and opened under the other.
  if (!local.fileName.equals(entry.fileNameRaw)) throw new ZipDamaged('two names for one entry');
  return {
    path: yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true),
    encrypted: entry.isEncrypted(),
    compressedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    start: entry.relativeOffsetOfLocalHeader,
    end: local.fileDataStart + entry.compressedSize,
  };
}

async function damaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ZipDamaged) throw error;
    const { message } = error as Error;
    throw new ZipDamaged(message, message.includes(STRONG_ENCRYPTION));
  }
}
