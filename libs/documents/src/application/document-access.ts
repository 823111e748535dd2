import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { NotFound } from '@app/kernel';
import { UnitOfWork } from '@app/platform';
import { DocumentEntity } from '../persistence/document.entity.js';
import { isDocumentId } from './document-record.js';

/** Says whether somebody may read a document that another account uploaded. */
export type DocumentReadRule = (principal: Principal, documentId: string) => Promise<boolean>;

/**
 * Who may read a document: whoever uploaded it, and whoever a rule of a higher lib lets (the officers
 * of the case that it is attached to). For everybody else it does not exist.
 */
@Injectable()
export class DocumentAccess {
  private readonly rules: DocumentReadRule[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  register(rule: DocumentReadRule): void {
    this.rules.push(rule);
  }

  /**
   * The row, for reading by this caller; reading somebody else's is written to the audit trail first.
   * @throws NotFound when there is none or it is not theirs to know of.
   */
  async getReadable(principal: Principal, id: string, part: 'metadata' | 'content'): Promise<DocumentEntity> {
    const row = isDocumentId(id) ? await this.dataSource.manager.findOneBy(DocumentEntity, { id }) : null;
    if (!row) throw new NotFound();
    if (row.uploadedBy === principal.accountId) return row;
    if (!(await this.isLet(principal, row.id))) throw new NotFound();
    await this.unitOfWork.run(principal, (tx) =>
      this.audit.record(tx, { action: 'document.read', subjectType: 'document', subjectId: row.id, detail: { part } }),
    );
    return row;
  }

  private async isLet(principal: Principal, id: string): Promise<boolean> {
    for (const rule of this.rules) if (await rule(principal, id)) return true;
    return false;
  }
}
