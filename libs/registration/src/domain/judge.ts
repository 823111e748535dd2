import { isInForce, type LegalDate, type RuleRow, type Violation, violationOf } from '@app/kernel';
import type { EstablishmentFacts } from './establishment.facts.js';

/** One subject of the examination: every defect it finds, judged by the rows in force on the day. */
export type Rule = (facts: EstablishmentFacts, on: LegalDate) => Violation[];

/** The defect under `row`, when the row is in force on the day and `broken` holds; else none. */
export function breach(
  row: RuleRow,
  on: LegalDate,
  broken: boolean,
  pointer: string,
  zh: string,
  en: string,
): Violation[] {
  return broken && isInForce(row, on) ? [violationOf(row, pointer, zh, en)] : [];
}

/** A text that says nothing. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** 30000 -> "30,000", as the English messages print sums in yuan. */
export function grouped(yuan: number): string {
  return yuan.toLocaleString('en-US');
}
