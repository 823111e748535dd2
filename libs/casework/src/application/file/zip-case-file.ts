import { Injectable, Logger } from '@nestjs/common';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { AttachedDocuments } from '@app/documents';
import { canonicalJson } from '@app/kernel';
import { fileIndex, type CaseFile } from '../../domain/file/file-index.js';

const INDEX = '000-index.json';
/** Only where there is something to tell: which papers break off, and so do not have the hash that the index gives. */
const DAMAGED = '999-damaged.json';

/** Writes a case file as one ZIP while it is read: of the papers, no more than a frame of one is held at a time. */
@Injectable()
export class ZipCaseFile {
  private readonly logger = new Logger('ZipCaseFile');

  constructor(private readonly documents: AttachedDocuments) {}

  open(file: CaseFile): Readable {
    const zip = new ZipFile();
    const output = zip.outputStream as Readable;
    // The same day for every part of every copy.
    const mtime = new Date(`${file.record.receivedOn ?? '2000-01-01'}T00:00:00Z`);
    const damaged: string[] = [];
    const papers = file.parts.filter(({ documentId }) => documentId !== undefined);
    let left = papers.length;
    let paper: Readable | undefined;
    const end = (): void => {
      if (damaged.length > 0) zip.addBuffer(Buffer.from(canonicalJson({ damaged })), DAMAGED, { mtime });
      zip.end();
    };
    zip.on('error', (error: Error) => output.destroy(error));
    // A reader that hangs up leaves the paper at hand open otherwise.
    output.once('close', () => paper?.destroy());
    zip.addBuffer(Buffer.from(fileIndex(file)), INDEX, { mtime });
    for (const { name, text, documentId } of file.parts) {
      if (text !== undefined) zip.addBuffer(Buffer.from(text), name, { mtime });
      if (documentId === undefined) continue;
      // Pictures and PDFs gain little; but what is stored without its length no reader of a stream can follow.
      zip.addReadStreamLazy(name, { mtime, compressionLevel: 1 }, (take) => {
        if (output.destroyed) return;
        const whole = this.bytes(
          documentId,
          () => damaged.push(name),
          () => (left -= 1) === 0 && end(),
        );
        paper = Readable.from(whole, { objectMode: false });
        take(null, paper);
      });
    }
    if (papers.length === 0) end();
    return output;
  }

  /** A damaged paper breaks off where it is damaged; the rest of the file comes. */
  private async *bytes(documentId: string, broken: () => void, done: () => void): AsyncGenerator<Buffer> {
    try {
      yield* this.documents.content(documentId);
    } catch (error) {
      this.logger.error(`document ${documentId} does not come whole: ${(error as Error).message}`);
      broken();
    } finally {
      done();
    }
  }
}
