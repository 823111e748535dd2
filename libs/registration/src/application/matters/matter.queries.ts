import { Injectable } from '@nestjs/common';
import { scopesOf, type Principal } from '@app/access';
import { Cases, type CaseView } from '@app/casework';
import { NotFound, type LegalDate } from '@app/kernel';
import { Reads, type Page } from '@app/platform';
import { MATTERS } from '../../domain/matters/matters.js';
import type { FiledMatter } from '../../domain/matters/matter-content.js';
import type { MatterType } from '../../domain/matters/matter-types.js';
import { MatterFiles } from '../../persistence/matter-files.js';
import { DecidedCases, type CorrectionNotice, type Decision } from '../decided-cases.js';

export interface MatterView extends CaseView {
  readonly type: MatterType;
  readonly effectiveOn: LegalDate | null;
  readonly filed: FiledMatter;
  readonly correctionNotices: readonly CorrectionNotice[];
  readonly decision?: Decision;
}

export interface MatterSummary {
  readonly id: string;
  readonly type: MatterType;
  readonly creditCode: string;
  readonly title: string;
  readonly procedure: string;
  readonly state: string;
  readonly receiptNumber: string | null;
  readonly dueOn: LegalDate | null;
  readonly version: number;
}

/** What an officer opened himself, and what was opened for an organization whose agent the reader is now. */
const OWN = `((c.applicant_code IS NULL AND c.applicant_id = $1) OR c.applicant_code = ANY($2::text[]))`;

/** Reads matters, each for whoever may see it. */
@Injectable()
export class MatterQueries {
  constructor(
    private readonly reads: Reads,
    private readonly cases: Cases,
    private readonly files: MatterFiles,
    private readonly decided: DecidedCases,
  ) {}

  /** @throws NotFound when it is not there or not the reader's to know of. */
  async get(id: string, reader: Principal): Promise<MatterView> {
    const file = await this.files.find(id);
    if (!file) throw new NotFound();
    const { type, effectiveOn } = file;
    const view = await this.cases.get(MATTERS[type].workflow, id, reader);
    // What the applicant writes while he corrects is his own until he files it again.
    const unfiled = view.insider && view.record.queue === 'APPLICANT' && view.record.receivedOn !== null;
    const filed = await (unfiled ? this.files.lastFiled(id) : this.files.filed(id));
    const correctionNotices = await this.decided.correctionNotices(id);
    return { ...view, type, effectiveOn, filed, correctionNotices, decision: await this.decided.decision(id) };
  }

  /** The reader's own, newest first. */
  async listOwn(reader: Principal, limit: number, cursor?: string): Promise<Page<MatterSummary>> {
    const columns = `c.id, m.type, m.credit_code AS "creditCode", c.title, c.procedure, c.state,
      c.receipt_number AS "receiptNumber", c.due_on::text AS "dueOn", c.version`;
    const from = 'registration.matter m JOIN casework.case c ON c.id = m.case_id';
    const keys = [
      { sql: 'c.created_at', type: 'timestamptz' },
      { sql: 'c.id', type: 'uuid' },
    ] as const;
    const source = {
      columns,
      from,
      where: OWN,
      parameters: [reader.accountId, scopesOf(reader, 'ORGANIZATION_AGENT')],
      keys,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }
}
