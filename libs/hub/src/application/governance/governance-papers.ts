import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Documents } from '@app/documents';
import type { Tx } from '@app/platform';

/** The papers of a case of hub governance: kept with its draft, filed with it. */
@Injectable()
export class GovernancePapers {
  constructor(private readonly documents: Documents) {}

  /** @param known what lies in the draft already. @throws RuleViolated for papers of others. */
  async keep(tx: Tx, by: Principal, caseId: string, ids: readonly string[], known: readonly string[]): Promise<void> {
    const papers = ids.map((id, index) => ({ id, pointer: `/documents/${index}` }));
    await this.documents.requireOwned(
      tx,
      by,
      papers.filter(({ id }) => !known.includes(id)),
    );
    await this.documents.attach(tx, [...ids], 'draft', caseId);
  }

  async file(tx: Tx, caseId: string, ids: readonly string[]): Promise<void> {
    await this.documents.attach(tx, [...ids], 'case', caseId);
  }
}
