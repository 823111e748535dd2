import { type Bilingual, isInForce, type LegalDate, rowInForce } from '@app/kernel';
import type { EstablishmentFacts } from './establishment.facts.js';
import {
  CHARITY_DECISION,
  CHARITY_EXTENSION,
  DEFAULT_DECISION,
  DEFAULT_EXTENSION,
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

export interface ShownPeriod {
  readonly row: PeriodRow | ExtensionRow;
  readonly applies: boolean;
  readonly reason: Bilingual;
}

/** The decision periods side by side, each with the reason why it applies or not, for the officer's page. */
export function decisionPeriodsShown(matter: Matter, on: LegalDate): ShownPeriod[] {
  const own = decisionPeriod(matter, on).row;
  const extension = extensionOf(matter, on);
  const applies = { zh: '本事项适用', en: 'applies to this matter' };
  const reason = {
    zh: `法律、法规另有规定，适用${own.id}`,
    en: `a law or regulation rules otherwise: ${own.id} applies`,
  };
  return [
    { row: own, applies: true, reason: applies },
    ...(extension ? [{ row: extension, applies: true, reason: applies }] : []),
    { row: DEFAULT_DECISION, applies: false, reason },
    { row: DEFAULT_EXTENSION, applies: false, reason },
  ];
}
