import type { CaseWorkflow } from '@app/casework';
import type { RuleRow, Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Ground } from '../domain/grounds.table.js';
import type { DecisionPeriod } from '../domain/periods.rules.js';
import type { ExtensionRow, PeriodRow } from '../domain/periods.table.js';
import type { ReviewOpinion } from '../domain/review-opinion.js';

/** In what the licensing procedures of this lib differ; the steps that they share ask it. */
export interface Procedure {
  readonly workflow: CaseWorkflow;
  /** The registrar's first period, from the day on which something is filed. */
  readonly filingPeriod: readonly PeriodRow[];
  /** 逾期不告知的，自收到申请材料之日起即为受理: when that period ends in silence, it is accepted. */
  readonly silenceAccepts: boolean;
  /** Every defect of what was filed, by the law and the register of today; empty when it may be granted. */
  violations(tx: Tx, caseId: string): Promise<Violation[]>;
  /** What nobody can insist on: it may not be filed at all. */
  inadmissible(tx: Tx, caseId: string): Promise<Violation[]>;
  /** What the reviewer's opinion leaves open that he has to settle. */
  unsettled(tx: Tx, caseId: string, opinion: ReviewOpinion): Promise<Violation[]>;
  /** Within which the registrar owes a decision. */
  decisionPeriod(tx: Tx, caseId: string): Promise<DecisionPeriod>;
  /** Undefined where no law lets that period be extended. */
  extension(tx: Tx, caseId: string): Promise<ExtensionRow | undefined>;
  /** The ground of refusal with this code; undefined where the law gives none. */
  refusalGround(tx: Tx, caseId: string, code: string): Promise<RuleRow<Ground> | undefined>;
  /** The rows of law that it is judged by today: a decision stores them. */
  rules(tx: Tx, caseId: string): Promise<readonly RuleRow[]>;
}
