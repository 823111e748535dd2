import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { Principal } from '@app/access';
import { KeyRing } from '@app/platform';
import { BlobStore } from '../persistence/blob-store.js';
import { DocumentAccess } from './document-access.js';
import { recordOf, type DocumentRecord } from './document-record.js';

/** Gives a document to those who may read it. @throws NotFound for everybody else. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly access: DocumentAccess,
    private readonly blobs: BlobStore,
    private readonly keys: KeyRing,
  ) {}

  async describe(principal: Principal, id: string): Promise<DocumentRecord> {
    return recordOf(await this.access.getReadable(principal, id, 'metadata'), this.keys);
  }

  /**
   * The plain bytes as a stream. Its first frame is verified here, while an error can still be
   * answered; a later one breaks the connection instead of completing it.
   */
  async open(principal: Principal, id: string): Promise<{ record: DocumentRecord; content: Readable }> {
    const row = await this.access.getReadable(principal, id, 'content');
    const frames = this.blobs.read(row);
    const first = await frames.next();
    const content = Readable.from(resume(first, frames), { objectMode: false });
    // A caller that hangs up before the first byte leaves `resume` unstarted, and with it no one to close the file.
    content.once('close', () => void frames.return(undefined).catch(() => undefined));
    return { record: recordOf(row, this.keys), content };
  }
}

async function* resume(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (!first.done) yield first.value;
  yield* rest;
}
