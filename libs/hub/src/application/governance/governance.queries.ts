import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { Cases, type CaseView } from '@app/casework';
import { Reads, type Page } from '@app/platform';
import { MEASURE } from '../../domain/governance/measure.workflow.js';
import { RECOGNITION } from '../../domain/governance/recognition.workflow.js';
import { GovernanceFiles, type MeasureFile, type RecognitionFile } from './governance-files.js';

export type RecognitionView = CaseView & RecognitionFile;
export type MeasureView = CaseView & MeasureFile;

export interface HubCaseSummary {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly authority: string;
  readonly version: number;
}

/** Reads the cases of hub governance. */
@Injectable()
export class GovernanceQueries {
  constructor(
    private readonly reads: Reads,
    private readonly cases: Cases,
    private readonly files: GovernanceFiles,
  ) {}

  /** @throws NotFound when there is none, or it is not the reader's to know of. */
  async recognition(id: string, reader: Principal): Promise<RecognitionView> {
    const view = await this.cases.get(RECOGNITION, id, reader);
    return { ...view, ...(await this.files.recognition(id))! };
  }

  /** @throws NotFound as above. */
  async measure(id: string, reader: Principal): Promise<MeasureView> {
    const view = await this.cases.get(MEASURE, id, reader);
    return { ...view, ...(await this.files.measure(id))! };
  }

  /** Those that the reader opened, newest first; what waits for an office stands in the work queue. */
  async listOwn(
    procedure: 'hub-recognition' | 'hub-measure',
    { accountId }: Principal,
    limit: number,
    cursor?: string,
  ): Promise<Page<HubCaseSummary>> {
    const keys = [
      { sql: 'c.created_at', type: 'timestamptz' },
      { sql: 'c.id', type: 'uuid' },
    ] as const;
    const columns = 'c.id, c.title, c.state, c.authority, c.version';
    const where = 'c.procedure = $1 AND c.applicant_id = $2';
    const source = {
      columns,
      from: 'casework.case c',
      where,
      parameters: [procedure, accountId],
      keys,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }
}
