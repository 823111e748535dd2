import { tableRefused } from '../table-refusal.table.js';
import { cellReference } from './cell-reference.js';
import { xmlTextOf } from './xml-text.js';

/** More than anybody joins by hand. */
const MAX_RANGES = 200_000;
const ELEMENT = /<(?:\w{1,50}:)?mergeCell\s[^<>]*>/g;
const RANGE = /\sref\s*=\s*["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/;
/** No such element is longer; what is kept of a piece for the next one. */
const OVERLAP = 256;

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Tells line by line, from above, which places lie in joined cells. */
export interface MergedCells {
  /** @param line no smaller than the time before */
  at(line: number): ReadonlySet<number> | undefined;
}

/**
 * Looks through a sheet for joined cells, which it lists only behind its rows. By a search in the text, which takes a
 * fraction of what reading its elements does. @throws RuleViolated when there are too many
 */
export async function mergedCellsOf(chunks: AsyncGenerator<Buffer>, wanted: ReadonlySet<number>): Promise<MergedCells> {
  const ranges: Range[] = [];
  let rest = '';
  for await (const piece of xmlTextOf(chunks)) {
    const text = rest + piece;
    let end = Math.max(0, text.length - OVERLAP);
    if (text.includes('mergeCell')) {
      for (const match of text.matchAll(ELEMENT)) {
        const range = rangeOf(match[0]);
        if (range) ranges.push(range);
        end = Math.max(end, match.index + match[0].length);
      }
      if (ranges.length > MAX_RANGES) throw tableRefused('TABLE_TOO_LARGE');
    }
    rest = text.slice(end);
  }
  return downwards(ranges, [...wanted]);
}

function rangeOf(element: string): Range | undefined {
  const [, from = '', to = ''] = RANGE.exec(element) ?? [];
  const first = cellReference(from);
  const last = cellReference(to);
  if (!first || !last) return undefined;
  return { top: first.line, bottom: last.line, left: first.place, right: last.place };
}

function downwards(ranges: readonly Range[], wanted: readonly number[]): MergedCells {
  const sorted = ranges.filter(({ left, right }) => wanted.some((place) => place >= left && place <= right));
  sorted.sort((a, b) => a.top - b.top);
  const bottoms = new Map<number, number>();
  let reached = 0;
  return {
    at(line) {
      for (; reached < sorted.length && sorted[reached].top <= line; reached += 1) {
        const { left, right, bottom } = sorted[reached];
        for (const place of wanted) {
          if (place >= left && place <= right) bottoms.set(place, Math.max(bottom, bottoms.get(place) ?? 0));
        }
      }
      const merged = [...bottoms].filter(([, bottom]) => bottom >= line);
      return merged.length > 0 ? new Set(merged.map(([place]) => place)) : undefined;
    },
  };
}
