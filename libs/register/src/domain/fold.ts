import { canonicalJson, type LegalDate } from '@app/kernel';
import type { Difference, EntryContent } from './entry.js';

/** What the register says of a subject: its fields by name. */
export type State = Readonly<Record<string, unknown>>;

export type Foldable = Pick<EntryContent, 'number' | 'legalDate' | 'recordedAt' | 'difference' | 'corrects'>;

export interface Moment {
  /** The day whose law and facts are asked for. */
  readonly asOf: LegalDate;
  /** Only what had been recorded by then; absent: everything known now. */
  readonly knownAt?: Date;
}

/**
 * State(asOf, knownAt): the entries recorded by `knownAt` with a legal date on or before `asOf`, in
 * the order (legal date, number), a correction taking the place of the entry it names. Undefined
 * when nothing stands at that moment.
 */
export function fold(entries: readonly Foldable[], moment: Moment): State | undefined {
  const standing = standingEntries(entries, moment);
  if (standing.length === 0) return undefined;
  return withoutNulls(Object.assign({}, ...standing.map(({ entry }) => entry.difference)));
}

/** An entry that counts at a moment, in the order in which the fold takes it. */
export interface PlacedEntry<E> {
  /** The number of the entry that stood here first: a correction counts in the place of what it corrects. */
  readonly place: number;
  readonly entry: E;
}

/** The entries that {@link fold} takes at a moment, in its order. */
export function standingEntries<E extends Foldable>(
  entries: readonly E[],
  { asOf, knownAt }: Moment,
): PlacedEntry<E>[] {
  return inPlace(entries.filter((entry) => knownAt === undefined || entry.recordedAt <= knownAt))
    .filter(({ entry }) => entry.legalDate <= asOf)
    .sort(({ entry: a, place }, { entry: b, place: other }) =>
      a.legalDate === b.legalDate ? place - other : a.legalDate < b.legalDate ? -1 : 1,
    );
}

/**
 * State as of the newest entry. Nothing in the register lies in the future, so this is the state of
 * today by any clock: a projection must not depend on whose clock folded it.
 */
export function foldAll(entries: readonly Foldable[]): State | undefined {
  return fold(entries, { asOf: LAST_DAY });
}

/** Later than any legal date. */
export const LAST_DAY: LegalDate = '9999-12-31';

/** Entries with each corrected one replaced by the newest correction of it, in its own place. */
function inPlace<E extends Foldable>(entries: readonly E[]): PlacedEntry<E>[] {
  const places = new Map<number, PlacedEntry<E>>();
  const placeOf = new Map<number, number>();
  for (const entry of [...entries].sort((a, b) => a.number - b.number)) {
    // A correction of a correction stands where the first entry stood.
    const place = entry.corrects === null ? entry.number : (placeOf.get(entry.corrects) ?? entry.corrects);
    placeOf.set(entry.number, place);
    places.set(place, { place, entry });
  }
  return [...places.values()];
}

/** What the entry `number`, or the newest correction in its place, says. */
export function differenceInPlace(entries: readonly Foldable[], number: number): Difference {
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  const rootOf = (entry: Foldable): number =>
    entry.corrects === null ? entry.number : rootOf(byNumber.get(entry.corrects)!);
  const place = rootOf(byNumber.get(number)!);
  return inPlace(entries).find((placed) => placed.place === place)!.entry.difference;
}

function withoutNulls(state: Record<string, unknown>): State {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null && value !== undefined));
}

/** The fields of `wanted` that differ from `state`; a field set to null is taken away. */
export function differenceFrom(state: State | undefined, wanted: State): Difference {
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && canonicalJson(value) !== canonicalJson(state?.[field] ?? null),
  );
  return Object.fromEntries(changed);
}
