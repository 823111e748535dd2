import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Principal } from '@app/access';
import { NotFound, RuleViolated, violationOf } from '@app/kernel';
import { KeyRing, type Tx } from '@app/platform';
import { DOCUMENT_NOT_YOURS } from '../domain/ownership.table.js';
import { AttachmentEntity } from '../persistence/attachment.entity.js';
import { DocumentEntity } from '../persistence/document.entity.js';
import { isDocumentId, recordOf, type DocumentRecord } from './document-record.js';

/** A document that an input names, and where in the input it does. */
export interface DocumentReference {
  readonly id: string;
  /** JSON pointer, e.g. `/documents/0/documentId`. */
  readonly pointer: string;
}

/** Documents as other libs use them: by id, checked before they are relied on, attached to a record. */
@Injectable()
export class Documents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: KeyRing,
  ) {}

  /** In the order of the ids. @throws NotFound when one is not there. */
  async get(ids: readonly string[]): Promise<DocumentRecord[]> {
    const found = await this.find(this.dataSource.manager, ids);
    return ids.map((id) => {
      const record = found.get(id.toLowerCase());
      if (!record) throw new NotFound({ zh: `没有文件 ${id}`, en: `There is no document ${id}` });
      return record;
    });
  }

  /**
   * The documents that an input names, all uploaded by the caller.
   * @throws RuleViolated naming every one that is not there or is somebody else's, which look the same.
   */
  async requireOwned(
    tx: Tx,
    principal: Principal,
    references: readonly DocumentReference[],
  ): Promise<DocumentRecord[]> {
    const found = await this.find(
      tx.manager,
      references.map(({ id }) => id),
    );
    const owned = references.map(({ id }) => {
      const record = found.get(id.toLowerCase());
      return record?.uploadedBy === principal.accountId ? record : undefined;
    });
    const violations = references.flatMap(({ id, pointer }, index) =>
      owned[index]
        ? []
        : [
            violationOf(
              DOCUMENT_NOT_YOURS,
              pointer,
              `没有文件 ${id}，或者不是您上传的`,
              `Document ${id} is not there or not yours`,
            ),
          ],
    );
    if (violations.length > 0) throw new RuleViolated(violations);
    return owned as DocumentRecord[];
  }

  /** Binds documents to a record of another lib, so that the sweep spares them; safe to repeat. */
  async attach(tx: Tx, ids: readonly string[], subjectType: string, subjectId: string): Promise<void> {
    if (ids.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(AttachmentEntity)
      .values([...new Set(ids)].map((documentId) => ({ documentId, subjectType, subjectId, attachedAt: tx.now })))
      .orIgnore()
      .execute();
  }

  /** The subjects of a type that a document is attached to, e.g. the cases. */
  async attachedTo(id: string, subjectType: string): Promise<string[]> {
    const rows: { subject_id: string }[] = await this.dataSource.query(
      'SELECT subject_id FROM documents.attachment WHERE document_id = $1 AND subject_type = $2',
      [id, subjectType],
    );
    return rows.map((row) => row.subject_id);
  }

  private async find(manager: EntityManager, ids: readonly string[]): Promise<Map<string, DocumentRecord>> {
    const wanted = ids.filter(isDocumentId);
    if (wanted.length === 0) return new Map();
    const rows = await manager.findBy(DocumentEntity, { id: In(wanted) });
    return new Map(rows.map((row) => [row.id, recordOf(row, this.keys)]));
  }
}
