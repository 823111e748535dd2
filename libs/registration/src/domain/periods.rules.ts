import { isInForce, type LegalDate, rowInForce } from '@app/kernel';
import type { EstablishmentFacts } from './establishment.facts.js';
import {
  CHARITY_DECISION,
  CHARITY_EXTENSION,
  type ExtensionRow,
  type PeriodRow,
  REGULATION_DECISION,
} from './periods.table.js';

type Matter = Pick<EstablishmentFacts, 'kind' | 'charity'>;

export interface DecisionPeriod {
  readonly row: PeriodRow;
  /** RECEIPT of all valid documents (the Regulations), or ACCEPTANCE (Charity Law). */
  readonly from: 'RECEIPT' | 'ACCEPTANCE';
}

/**
 * The period for the decision: 30 days when a charity is founded, else the 60 days of the Regulations.
 * @throws Error when the Regulations of the kind were not in force on `on`.
 */
export function decisionPeriod({ kind, charity }: Matter, on: LegalDate): DecisionPeriod {
  const regulation = rowInForce([REGULATION_DECISION[kind]], on);
  return charity && isInForce(CHARITY_DECISION, on)
    ? { row: CHARITY_DECISION, from: 'ACCEPTANCE' }
    : { row: regulation, from: 'RECEIPT' };
}

/** The extension of that period; undefined where no law allows one: the Regulations know none. */
export function extensionOf(matter: Matter, on: LegalDate): ExtensionRow | undefined {
  return decisionPeriod(matter, on).row === CHARITY_DECISION ? CHARITY_EXTENSION : undefined;
}
