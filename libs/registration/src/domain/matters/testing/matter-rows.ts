import type { RuleRow } from '@app/kernel';
import * as tables from '../matter.table.js';
import { PAPER_ROWS } from '../papers.table.js';

/** Every row of law of the matters, each once; the spec of the rows walks it. */
export const MATTER_ROWS: readonly RuleRow[] = [...new Set([...rowsIn(tables), ...PAPER_ROWS])];

function rowsIn(value: unknown): RuleRow[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'citation' in value) return [value as RuleRow];
  return Object.values(value).flatMap(rowsIn);
}
