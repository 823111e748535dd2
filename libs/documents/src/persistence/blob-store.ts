import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KeyRing, Settings } from '@app/platform';
import { BlobDamaged, SealedFile, SealedFileWriter } from './sealed-file.js';

/** Where uploads stand while they are received; never a two-letter name, so that the two cannot mix. */
const INCOMING = 'incoming';

/** What the database must keep to find and open the bytes of one document. */
export interface StoredBlob {
  readonly id: string;
  readonly blobName: string;
  readonly keyId: string;
  readonly size: number;
  readonly sha256: string;
}

/** An upload that was received but is not kept yet. */
export interface IncomingBlob extends StoredBlob {
  readonly path: string;
}

/**
 * The files of uploads under DATA_DIR: encrypted, under a keyed hash of the document's id and its key's, so that the
 * folder tells nothing of what it holds or whose it is.
 */
@Injectable()
export class BlobStore {
  private readonly root: string;

  constructor(
    settings: Settings,
    private readonly keys: KeyRing,
  ) {
    this.root = join(settings.dataDir, 'documents');
  }

  /** Takes bytes as they come and has them on the disk, under a temporary name. */
  async receive(id: string, content: AsyncIterable<Buffer>): Promise<IncomingBlob> {
    const path = join(this.root, INCOMING, `${randomUUID()}.part`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const writer = await SealedFileWriter.create(path, id, this.keys);
    try {
      for await (const bytes of content) await writer.write(bytes);
      const blob = await writer.finish();
      return { id, path, blobName: this.nameOf(id, blob.keyId), ...blob };
    } catch (error) {
      await this.discard({ path });
      throw error;
    } finally {
      await writer.close();
    }
  }

  /** Gives a received file its final name, durably: once a row names it, it must be there. */
  async keep({ path, blobName }: IncomingBlob): Promise<void> {
    const kept = this.pathOf(blobName);
    await mkdir(dirname(kept), { recursive: true, mode: 0o700 });
    await rename(path, kept);
    for (const folder of [dirname(kept), this.root]) await syncFolder(folder);
  }

  async discard({ path }: Pick<IncomingBlob, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  openIncoming(blob: IncomingBlob): Promise<SealedFile> {
    return SealedFile.open(blob.path, blob, this.keys);
  }

  /**
   * The plain bytes, each frame verified before it is given and the last one only after the hash of
   * all, so that altered bytes never make a complete answer. @throws BlobDamaged
   */
  async *read(blob: StoredBlob): AsyncGenerator<Buffer> {
    const file = await SealedFile.open(this.pathOf(blob.blobName), blob, this.keys);
    const hash = createHash('sha256');
    try {
      for (let index = 0; index < file.frames; index += 1) {
        const bytes = await file.frameAt(index);
        hash.update(bytes);
        if (index === file.frames - 1 && hash.digest('hex') !== blob.sha256) {
          throw new BlobDamaged(`document ${blob.id} does not have its SHA-256`);
        }
        yield bytes;
      }
    } finally {
      await file.close();
    }
  }

  /** The names of blobs that have not been touched since `before`, folder by folder. */
  async *namesOlderThan(before: Date): AsyncGenerator<string[]> {
    for (const folder of await namesIn(this.root)) {
      if (folder.length !== 2) continue;
      const names: string[] = [];
      for (const name of await namesIn(join(this.root, folder))) {
        if (await isOlder(join(this.root, folder, name), before)) names.push(name);
      }
      if (names.length > 0) yield names;
    }
  }

  async remove(blobName: string): Promise<void> {
    await rm(this.pathOf(blobName), { force: true });
  }

  /** Deletes what interrupted uploads left. @returns how many files. */
  async removeIncomingOlderThan(before: Date): Promise<number> {
    const folder = join(this.root, INCOMING);
    let removed = 0;
    for (const name of await namesIn(folder)) {
      if (!(await isOlder(join(folder, name), before))) continue;
      await rm(join(folder, name), { force: true });
      removed += 1;
    }
    return removed;
  }

  /** The same bytes under two keys are two files, each with a name of its own: no reader finds one half replaced. */
  private nameOf(id: string, keyId: string): string {
    return this.keys.hash(`${id}:${keyId}`, 'document-blob');
  }

  /** Every name that the file of a document had under one of these keys, or before names told of keys. */
  namesUnder(id: string, keyIds: readonly string[]): string[] {
    return [this.keys.hash(id, 'document-blob'), ...keyIds.map((keyId) => this.nameOf(id, keyId))];
  }

  private pathOf(blobName: string): string {
    return join(this.root, blobName.slice(0, 2), blobName);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.mtime < before;
}

/** A rename is durable once its folder is; Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
