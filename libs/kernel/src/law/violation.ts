import type { Citation } from './citation.js';
import type { RuleRow } from './rule-row.js';

/** A text in the two languages of the product; Chinese is the authentic one. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One defect of an input: a stable code, the JSON pointer to it, a text, and the law it breaks. */
export interface Violation {
  readonly code: string;
  readonly pointer: string;
  readonly message: Bilingual;
  readonly citation: Citation;
  /** The id of the rule row that was applied, so that the decision can store it. */
  readonly rule?: string;
}

/** A defect under a rule row: code and citation come from the row. */
export function violationOf(row: RuleRow, pointer: string, zh: string, en: string, code = row.id): Violation {
  return { code, pointer, message: { zh, en }, citation: row.citation, rule: row.id };
}
