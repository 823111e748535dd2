import { addDays, isLegalDate, type LegalDate } from './legal-date.js';

/**
 * A time in which a legal clock stands still: hearing, testing, expert review (《行政许可法》第四十五条).
 * `from` is the first day that does not count, `to` the first day that counts again; without `to` the pause
 * is open. A pause with equal days is empty.
 */
export interface Pause {
  readonly from: LegalDate;
  readonly to?: LegalDate;
}

/**
 * The same pauses in order, without overlap, touching ones joined, empty ones dropped.
 * @throws RangeError for a day that does not exist or a pause that ends before it begins.
 */
export function mergedPauses(pauses: readonly Pause[]): readonly Pause[] {
  const merged: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    check(pause);
    if (pause.to === pause.from) continue;
    const last = merged.at(-1);
    if (!last || (last.to !== undefined && last.to < pause.from)) merged.push(pause);
    else merged[merged.length - 1] = { from: last.from, to: later(last.to, pause.to) };
  }
  return merged;
}

/** The pauses with each open one ended after `asOf`; one that is still open then but begins later is dropped. */
export function closedAsOf(pauses: readonly Pause[], asOf: LegalDate): readonly Pause[] {
  if (!isLegalDate(asOf)) throw new RangeError(`not a calendar day: ${asOf}`);
  return pauses
    .filter((pause) => pause.to !== undefined || pause.from <= asOf)
    .map(({ from, to }) => ({ from, to: to ?? addDays(asOf, 1) }));
}

/** The pause that covers `date`, if one does. */
export function pauseOn<P extends Pause>(date: LegalDate, pauses: readonly P[]): P | undefined {
  return pauses.find(({ from, to }) => from <= date && (to === undefined || date < to));
}

function later(a: LegalDate | undefined, b: LegalDate | undefined): LegalDate | undefined {
  return a === undefined || b === undefined ? undefined : a > b ? a : b;
}

function check({ from, to }: Pause): void {
  if (!isLegalDate(from)) throw new RangeError(`not a calendar day: ${from}`);
  if (to === undefined) return;
  if (!isLegalDate(to)) throw new RangeError(`not a calendar day: ${to}`);
  if (to < from) throw new RangeError(`a pause cannot end on ${to}, before it begins on ${from}`);
}
