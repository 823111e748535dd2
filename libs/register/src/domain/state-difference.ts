import { canonicalJson } from '@app/kernel';
import type { State } from './fold.js';

/** A field that says one thing at one moment and another at another; null where it says nothing. */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Every field in which two states differ, those of the earlier one first. */
export function stateDifference(before: State, after: State): FieldDifference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((one) => canonicalJson(one.before) !== canonicalJson(one.after));
}
