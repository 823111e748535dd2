import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { RuleViolated } from '@app/kernel';
import { KeyRing, UnitOfWork } from '@app/platform';
import type { DocumentKind } from '../domain/document-kind.table.js';
import { cleanFileName } from '../domain/file-name.rules.js';
import { BlobStore, type IncomingBlob } from '../persistence/blob-store.js';
import { DocumentEntity } from '../persistence/document.entity.js';
import { fileNamePurpose, recordOf, type DocumentRecord } from './document-record.js';
import { inspectFile } from './inspect-file.js';

/** A file as it arrives: its name as the sender wrote it, its bytes as they come. */
export interface Upload {
  readonly fileName: string;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Takes an upload: the bytes go to the disk encrypted while they arrive, are inspected there, and the
 * row is written only once they are kept for good. @throws RuleViolated with every reason to refuse.
 */
@Injectable()
export class StoreDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly audit: Audit,
    private readonly keys: KeyRing,
  ) {}

  async execute(principal: Principal, upload: Upload): Promise<DocumentRecord> {
    const blob = await this.blobs.receive(randomUUID(), upload.content);
    const kind = await this.inspect(blob);
    await this.blobs.keep(blob);
    // When this fails the blob stays: a commit whose answer was lost may have written the row. The
    // sweep deletes what really has none.
    return this.unitOfWork.run(principal, async (tx) => {
      const row: DocumentEntity = {
        id: blob.id,
        kind,
        fileName: this.keys.seal(cleanFileName(upload.fileName, kind), fileNamePurpose(blob.id)),
        size: blob.size,
        sha256: blob.sha256,
        blobName: blob.blobName,
        keyId: blob.keyId,
        uploadedBy: principal.accountId,
        uploadedAt: tx.now,
      };
      await tx.manager.insert(DocumentEntity, row);
      const detail = { kind, size: blob.size, sha256: blob.sha256 };
      await this.audit.record(tx, { action: 'document.upload', subjectType: 'document', subjectId: blob.id, detail });
      return recordOf(row, this.keys);
    });
  }

  private async inspect(blob: IncomingBlob): Promise<DocumentKind> {
    try {
      const source = await this.blobs.openIncoming(blob);
      try {
        const inspection = await inspectFile(source);
        if ('violations' in inspection) throw new RuleViolated(inspection.violations);
        return inspection.kind;
      } finally {
        await source.close();
      }
    } catch (error) {
      await this.blobs.discard(blob);
      throw error;
    }
  }
}
