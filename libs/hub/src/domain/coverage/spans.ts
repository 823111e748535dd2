import { canonicalJson, type LegalDate } from '@app/kernel';
import { fold, standingEntries, LAST_DAY, type Foldable, type State } from '@app/register';

/** How something stood from one day to before another; open at the end while it stands so. */
export interface Span<T> {
  readonly since: LegalDate;
  readonly before: LegalDate | null;
  readonly value: T;
}

/**
 * The history of a subject as spans of days: on every day the value of its fold on that day, equal neighbours in one.
 * Days before its first entry have none.
 */
export function spansOf<T>(history: readonly Foldable[], valueOf: (state: State) => T): Span<T>[] {
  const days = new Set(standingEntries(history, { asOf: LAST_DAY }).map(({ entry }) => entry.legalDate));
  const spans: { since: LegalDate; before: LegalDate | null; value: T }[] = [];
  for (const since of [...days].sort()) {
    const value = valueOf(fold(history, { asOf: since })!);
    const last = spans.at(-1);
    if (last && canonicalJson(last.value) === canonicalJson(value)) continue;
    if (last) last.before = since;
    spans.push({ since, before: null, value });
  }
  return spans;
}
