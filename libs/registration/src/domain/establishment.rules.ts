import { type LegalDate, rowInForce, type Violation } from '@app/kernel';
import { bodyViolations } from './body.rules.js';
import { councilViolations } from './council.rules.js';
import { charterViolations, documentViolations } from './documents.rules.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { fundsViolations } from './funds.rules.js';
import type { Rule } from './judge.js';
import { jurisdictionViolations } from './jurisdiction.rules.js';
import { memberViolations } from './members.rules.js';
import { nameViolations } from './name/name.rules.js';
import { peopleViolations } from './people.rules.js';
import { REGULATION_DECISION } from './periods.table.js';
import { trackViolations } from './track.rules.js';
import { turnedAway } from './turned-away.rules.js';

/** What does not belong in this register cannot be granted either; `turnedAway` adds the right address. */
const belongsElsewhere: Rule = (facts, on) =>
  turnedAway(facts, on).map(({ code, pointer, reason, address, citation, rule }) => ({
    code,
    pointer,
    message: { zh: `${reason.zh}：${address.zh}`, en: `${reason.en}: ${address.en}` },
    citation,
    rule,
  }));

const RULES: readonly Rule[] = [
  belongsElsewhere,
  trackViolations,
  jurisdictionViolations,
  nameViolations,
  bodyViolations,
  fundsViolations,
  memberViolations,
  charterViolations,
  councilViolations,
  peopleViolations,
  documentViolations,
];

/**
 * Every defect of an application for establishment on a day, all at once; empty when nothing bars the grant.
 * What a person must weigh (need, similar scope, truth of the papers) is left to the officer and the grounds.
 * @throws Error when the Regulations of the kind were not in force on that day.
 */
export function establishmentViolations(facts: EstablishmentFacts, on: LegalDate): Violation[] {
  rowInForce([REGULATION_DECISION[facts.kind]], on);
  return RULES.flatMap((rule) => rule(facts, on));
}
