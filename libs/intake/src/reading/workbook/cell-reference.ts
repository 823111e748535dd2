/** The last column and row of a sheet are XFD and 1,048,576. */
const MAX_LETTERS = 3;
export const MAX_PLACE = 16_383;
export const MAX_LINE = 1_048_576;
const A = 65;
const LETTERS = 26;

/** A cell by its place from 0 and its line from 1. */
export interface CellReference {
  readonly place: number;
  readonly line: number;
}

/** Reads e.g. `B7`; undefined for what names no cell of a sheet. */
export function cellReference(text: string): CellReference | undefined {
  let place = 0;
  let at = 0;
  for (; at <= MAX_LETTERS; at += 1) {
    const letter = text.charCodeAt(at) - A;
    if (!(letter >= 0 && letter < LETTERS)) break;
    place = place * LETTERS + letter + 1;
  }
  const line = lineNumber(text.slice(at));
  return at === 0 || place - 1 > MAX_PLACE || line === undefined ? undefined : { place: place - 1, line };
}

/** A number of a line; undefined when no sheet has it. */
export function lineNumber(text: string): number | undefined {
  if (!/^\d{1,7}$/.test(text)) return undefined;
  const line = Number(text);
  return line >= 1 && line <= MAX_LINE ? line : undefined;
}
