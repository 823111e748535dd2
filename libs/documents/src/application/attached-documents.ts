import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '@app/kernel';
import { KeyRing, type Sql } from '@app/platform';
import { BlobStore } from '../persistence/blob-store.js';
import { DocumentEntity } from '../persistence/document.entity.js';
import { recordOf, type DocumentRecord } from './document-record.js';

/** All documents of a record of another lib, for whoever hands out that record whole; he says who may read it. */
@Injectable()
export class AttachedDocuments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly blobs: BlobStore,
    private readonly keys: KeyRing,
  ) {}

  /** In the order in which they were attached. */
  async list(sql: Sql, subjectType: string, subjectId: string): Promise<DocumentRecord[]> {
    const rows = await sql.rows<DocumentEntity>(
      `SELECT d.id, d.kind, d.file_name AS "fileName", d.size, d.sha256, d.uploaded_by AS "uploadedBy",
              d.uploaded_at AS "uploadedAt"
         FROM documents.attachment a JOIN documents.document d ON d.id = a.document_id
        WHERE a.subject_type = $1 AND a.subject_id = $2 ORDER BY a.attached_at, d.uploaded_at, d.id`,
      [subjectType, subjectId],
    );
    return rows.map((row) => recordOf(row, this.keys));
  }

  /** The plain bytes, frame by frame. @throws NotFound; BlobDamaged where they are not what was uploaded. */
  async *content(id: string): AsyncGenerator<Buffer> {
    const row = await this.dataSource.manager.findOneBy(DocumentEntity, { id });
    if (!row) throw new NotFound();
    yield* this.blobs.read(row);
  }
}
