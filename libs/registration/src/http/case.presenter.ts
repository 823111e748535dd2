import type { Decision } from '../application/decided-cases.js';
import type { DecisionDto } from './dto/registration.dto.js';

/** A decision as the party reads it: of the rows of law it applied what finds them again. */
export function presentDecision(decision: Decision | undefined): DecisionDto | null {
  if (!decision) return null;
  const rules = decision.rules.map(({ id, citation, inForceFrom, mark }) => ({ id, citation, inForceFrom, mark }));
  return { ...decision, rules };
}
