import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { KeyMissing, type KeyRing } from '@app/platform';
import type { ByteSource } from '../domain/byte-source.js';

/** Plain bytes in one frame, and what sealing adds to each (nonce 12, tag 16). */
const FRAME = 1_048_576;
const OVERHEAD = 28;
const SEALED_FRAME = FRAME + OVERHEAD;

/** The stored bytes are not those that were written: gone, altered, moved, cut short or grown. */
export class BlobDamaged extends Error {
  override readonly name = 'BlobDamaged';
}

/** What one needs to know to open a sealed file. */
export interface SealedFileKey {
  readonly id: string;
  readonly keyId: string;
  readonly size: number;
}

/**
 * Each frame is bound to its document and place, and the last one to being the last: frames cannot be
 * swapped, and a file cut at a frame's edge does not open.
 */
function purpose(id: string, index: number, last: boolean): string {
  return `document:${id}:${index}${last ? ':last' : ''}`;
}

/** Writes a file in sealed frames; at most one frame is held in memory. */
export class SealedFileWriter {
  private readonly frame = Buffer.allocUnsafe(FRAME);
  private readonly hash = createHash('sha256');
  private filled = 0;
  private index = 0;
  size = 0;

  private constructor(
    private readonly handle: FileHandle,
    private readonly id: string,
    private readonly keys: KeyRing,
    /** The same for all frames, also when the key in use changes on the way. */
    private readonly keyId = keys.current,
  ) {}

  static async create(path: string, id: string, keys: KeyRing): Promise<SealedFileWriter> {
    return new SealedFileWriter(await open(path, 'wx', 0o600), id, keys);
  }

  async write(bytes: Buffer): Promise<void> {
    this.hash.update(bytes);
    this.size += bytes.length;
    for (let offset = 0; offset < bytes.length;) {
      // A full frame waits for one more byte: only then is it known not to be the last.
      if (this.filled === FRAME) await this.flush(false);
      const copied = bytes.copy(this.frame, this.filled, offset);
      this.filled += copied;
      offset += copied;
    }
  }

  /** Writes the last frame and waits until the disk has everything. */
  async finish(): Promise<{ size: number; sha256: string; keyId: string }> {
    await this.flush(true);
    await this.handle.sync();
    return { size: this.size, sha256: this.hash.digest('hex'), keyId: this.keyId };
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async flush(last: boolean): Promise<void> {
    const plain = this.frame.subarray(0, this.filled);
    const { body } = this.keys.sealBytes(plain, purpose(this.id, this.index, last), this.keyId);
    await this.handle.writeFile(body);
    this.index += 1;
    this.filled = 0;
  }
}

/** Reads a sealed file at any place, opening one frame at a time. */
export class SealedFile implements ByteSource {
  private opened?: { index: number; bytes: Buffer };

  private constructor(
    private readonly handle: FileHandle,
    private readonly key: SealedFileKey,
    private readonly keys: KeyRing,
  ) {}

  /** @throws BlobDamaged when the file is gone or has another length than it was written with. */
  static async open(path: string, key: SealedFileKey, keys: KeyRing): Promise<SealedFile> {
    const handle = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
      throw new BlobDamaged(`the blob of document ${key.id} is gone`, { cause });
    });
    const file = new SealedFile(handle, key, keys);
    const { size } = await handle.stat();
    if (size === key.size + file.frames * OVERHEAD) return file;
    await handle.close();
    throw new BlobDamaged(`the blob of document ${key.id} has ${size} bytes`);
  }

  get size(): number {
    return this.key.size;
  }

  get frames(): number {
    return Math.max(1, Math.ceil(this.key.size / FRAME));
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const start = Math.min(Math.max(0, offset), this.size);
    const end = Math.min(start + Math.max(0, length), this.size);
    const parts: Buffer[] = [];
    for (let at = start; at < end;) {
      const index = Math.floor(at / FRAME);
      const from = at - index * FRAME;
      const part = (await this.frameAt(index)).subarray(from, from + end - at);
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 ? parts[0] : Buffer.concat(parts);
  }

  /** @throws BlobDamaged when the frame does not open. */
  async frameAt(index: number): Promise<Buffer> {
    if (this.opened?.index === index) return this.opened.bytes;
    const last = index === this.frames - 1;
    const sealed = Buffer.allocUnsafe(last ? this.size - index * FRAME + OVERHEAD : SEALED_FRAME);
    const { bytesRead } = await this.handle.read(sealed, 0, sealed.length, index * SEALED_FRAME);
    if (bytesRead < sealed.length) throw new BlobDamaged(`frame ${index} of document ${this.key.id} is cut short`);
    this.opened = { index, bytes: this.unseal(sealed, index, last) };
    return this.opened.bytes;
  }

  async close(): Promise<void> {
    this.opened = undefined;
    await this.handle.close();
  }

  private unseal(sealed: Buffer, index: number, last: boolean): Buffer {
    try {
      return this.keys.openBytes(sealed, this.key.keyId, purpose(this.key.id, index, last));
    } catch (error) {
      if (error instanceof KeyMissing) throw error;
      throw new BlobDamaged(`frame ${index} of document ${this.key.id} does not open`, { cause: error });
    }
  }
}
