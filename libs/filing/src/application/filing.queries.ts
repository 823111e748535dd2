import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Cases, type CaseView } from '@app/casework';
import { NotFound, type LegalDate } from '@app/kernel';
import { Reads, type Page } from '@app/platform';
import type { FilingMatter } from '../domain/filing-content.js';
import type { Likeness } from '../persistence/duplicates.js';
import { Filings, type FilingFile } from '../persistence/filings.js';
import { FilingDecisions, type FilingDecision } from './filing-decisions.js';
import { FindAlike } from './find-alike.js';
import { procedureOf } from './filing-procedure.js';

/** A case as its reader may see it. */
export interface FilingView extends CaseView, Omit<FilingFile, 'caseId'> {
  readonly decision: FilingDecision | null;
  /** To the office: groups that stand and may be the one of this case. */
  readonly alike: readonly Likeness[] | null;
}

export interface FilingSummary {
  readonly id: string;
  readonly matter: FilingMatter;
  readonly title: string;
  readonly state: string;
  readonly office: string;
  readonly dueOn: LegalDate | null;
  readonly version: number;
}

/** Reads the cases of filings. */
@Injectable()
export class FilingQueries {
  constructor(
    private readonly reads: Reads,
    private readonly cases: Cases,
    private readonly filings: Filings,
    private readonly decisions: FilingDecisions,
    private readonly findAlike: FindAlike,
  ) {}

  /** @throws NotFound when there is none, or it is not the reader's to know of. */
  async get(id: string, reader: Principal): Promise<FilingView> {
    const file = await this.filings.find(id);
    if (!file) throw new NotFound();
    const view = await this.cases.get(procedureOf(file.office), id, reader);
    const open = view.insider && !view.record.closed && file.matter !== 'CANCELLATION';
    return {
      ...view,
      ...file,
      decision: await this.decisions.find(id),
      alike: open ? await this.findAlike.of(file, this.reads) : null,
    };
  }

  /** Those that the reader opened, newest first; what waits for an office stands in the work queue. */
  listOwn({ accountId }: Principal, limit: number, cursor?: string): Promise<Page<FilingSummary>> {
    const columns = 'c.id, a.matter, c.title, c.state, a.office, c.due_on::text AS "dueOn", c.version';
    const from = 'casework.case c JOIN filing.application a ON a.case_id = c.id';
    const keys = [
      { sql: 'c.created_at', type: 'timestamptz' },
      { sql: 'c.id', type: 'uuid' },
    ] as const;
    const source = { columns, from, where: 'c.applicant_id = $1', parameters: [accountId], keys, descending: true };
    return this.reads.page(source, { limit, cursor });
  }
}
