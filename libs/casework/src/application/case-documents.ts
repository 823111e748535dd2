import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '@app/access';
import { DocumentAccess, Documents } from '@app/documents';
import { Cases } from './cases.js';

/** The papers of a case may be read by whoever may read the case. */
@Injectable()
export class CaseDocuments implements OnModuleInit {
  constructor(
    private readonly access: DocumentAccess,
    private readonly documents: Documents,
    private readonly cases: Cases,
  ) {}

  onModuleInit(): void {
    this.access.register((principal, documentId) => this.mayRead(principal, documentId));
  }

  private async mayRead(principal: Principal, documentId: string): Promise<boolean> {
    for (const caseId of await this.documents.attachedTo(documentId, 'case')) {
      if (await this.cases.mayRead(caseId, principal)) return true;
    }
    return false;
  }
}
