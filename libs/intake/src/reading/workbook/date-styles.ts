import type { Package } from './package.js';
import { readThrough } from './xml-part.js';

/** Formats of dates and times that no workbook spells out (ISO/IEC 29500-1, 18.8.30), with those of East Asia. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
/** What in a format is text, condition, colour or padding, and not a part of the date. */
const NOT_PART = /"[^"]*"|\[[^\][]*\]|\\.|_.|\*./g;
/** So many Excel allows of each. */
const MAX_STYLES = 65_536;
const MAX_FORMAT = 255;

/** The styles, by the number that a cell names, that show a number as a date. */
export async function dateStylesOf(parts: Package, path: string | undefined): Promise<ReadonlySet<number>> {
  const formats = new Map<number, boolean>();
  const dates = new Set<number>();
  if (path === undefined) return dates;
  let inCellStyles = false;
  let style = 0;
  await readThrough(parts.read(path), {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt' && formats.size < MAX_STYLES) formats.set(Number(numFmtId), isDateFormat(formatCode));
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles || style >= MAX_STYLES) return;
      if (formats.get(Number(numFmtId)) ?? isBuiltIn(Number(numFmtId))) dates.add(style);
      style += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return dates;
}

/** Whether a format shows a year, a month or a day. */
export function isDateFormat(format: string): boolean {
  return /[ymd]/i.test(format.slice(0, MAX_FORMAT).replace(NOT_PART, ''));
}

function isBuiltIn(format: number): boolean {
  return BUILT_IN.some(([from, to]) => format >= from && format <= to);
}
