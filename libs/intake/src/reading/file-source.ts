import { open, type FileHandle } from 'node:fs/promises';
import type { ByteSource } from '@app/documents';

/** A file on disk, read where it is asked for and never as a whole. */
export class FileSource implements ByteSource {
  private constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /** @throws Error of the file system when there is no such file. */
  static async open(path: string): Promise<FileSource> {
    const handle = await open(path);
    return new FileSource(handle, (await handle.stat()).size);
  }

  async read(offset: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const buffer = Buffer.allocUnsafe(wanted);
    const { bytesRead } = await this.handle.read(buffer, 0, wanted, offset);
    return buffer.subarray(0, bytesRead);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
