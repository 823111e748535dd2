import { Injectable } from '@nestjs/common';
import { Reads, type Sql, type Tx } from '@app/platform';
import type {
  ConditionFinding,
  GroupDecision,
  Nomination,
  ProposedMeasure,
} from '../../domain/governance/nomination.js';

export interface RecognitionFile {
  readonly caseId: string;
  readonly nominated: Nomination;
  readonly findings: readonly ConditionFinding[] | null;
  readonly decision: GroupDecision | null;
  /** The code that the hub was given when its recognition was published. */
  readonly code: string | null;
}

export interface MeasureFile {
  readonly caseId: string;
  readonly hub: string;
  readonly proposed: ProposedMeasure;
  readonly decision: GroupDecision | null;
}

const RECOGNITION = 'case_id AS "caseId", nominated, findings, decision, code';
const MEASURE = 'case_id AS "caseId", hub, proposed, decision';

/** What the cases of hub governance hold besides their steps. */
@Injectable()
export class GovernanceFiles {
  constructor(private readonly reads: Reads) {}

  async recognition(caseId: string, sql: Sql = this.reads): Promise<RecognitionFile | undefined> {
    const text = `SELECT ${RECOGNITION} FROM hub.recognition WHERE case_id = $1`;
    return (await sql.rows<RecognitionFile>(text, [caseId])).at(0);
  }

  async measure(caseId: string, sql: Sql = this.reads): Promise<MeasureFile | undefined> {
    const text = `SELECT ${MEASURE} FROM hub.measure WHERE case_id = $1`;
    return (await sql.rows<MeasureFile>(text, [caseId])).at(0);
  }

  async writeNomination(tx: Tx, caseId: string, nominated: Nomination): Promise<void> {
    await tx.execute(
      `INSERT INTO hub.recognition (case_id, nominated) VALUES ($1, $2)
       ON CONFLICT (case_id) DO UPDATE SET nominated = excluded.nominated`,
      [caseId, JSON.stringify(nominated)],
    );
  }

  async writeMeasure(tx: Tx, caseId: string, hub: string, proposed: ProposedMeasure): Promise<void> {
    await tx.execute(
      `INSERT INTO hub.measure (case_id, hub, proposed) VALUES ($1, $2, $3)
       ON CONFLICT (case_id) DO UPDATE SET proposed = excluded.proposed`,
      [caseId, hub, JSON.stringify(proposed)],
    );
  }

  async keepFindings(tx: Tx, caseId: string, findings: readonly ConditionFinding[] | null): Promise<void> {
    await tx.execute('UPDATE hub.recognition SET findings = $2 WHERE case_id = $1', [
      caseId,
      findings && JSON.stringify(findings),
    ]);
  }

  async decideRecognition(tx: Tx, caseId: string, decision: GroupDecision): Promise<void> {
    await tx.execute('UPDATE hub.recognition SET decision = $2 WHERE case_id = $1', [caseId, JSON.stringify(decision)]);
  }

  async decideMeasure(tx: Tx, caseId: string, decision: GroupDecision): Promise<void> {
    await tx.execute('UPDATE hub.measure SET decision = $2 WHERE case_id = $1', [caseId, JSON.stringify(decision)]);
  }

  async keepCode(tx: Tx, caseId: string, code: string): Promise<void> {
    await tx.execute('UPDATE hub.recognition SET code = $2 WHERE case_id = $1', [caseId, code]);
  }
}
