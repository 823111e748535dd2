import type { CellReading, CellReader } from './cell-reading.js';
import { halfWidth } from './half-width.js';
import { storedNumber } from './plain-number.js';

/**
 * Reads the cells of a column that takes only these values, by code with the Chinese word for each: either may stand in
 * the cell, in any width, and the code comes out.
 */
export function listedValueReader(values: Readonly<Record<string, string>>): CellReader {
  const codes = new Map<string, string>();
  for (const [code, word] of Object.entries(values)) codes.set(folded(word), code);
  // A code that is also another one's word means itself.
  for (const code of Object.keys(values)) codes.set(folded(code), code);
  return ({ kind, text }): CellReading => {
    const typed = text.normalize('NFC').trim();
    const code = codes.get(folded(kind === 'NUMBER' ? storedNumber(typed) : typed));
    if (code === undefined) return { value: typed, changes: [] };
    const narrowed = halfWidth(typed) !== typed && typed !== code && typed !== values[code];
    return { value: code, changes: narrowed ? ['FULL_WIDTH'] : [] };
  };
}

function folded(text: string): string {
  return halfWidth(text.normalize('NFC')).trim();
}
