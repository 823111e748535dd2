import type { LegalDate } from '@app/kernel';
import { fold, type Entry, type Moment, type PublicationClass, type State } from '@app/register';

/** An entry as the public sees it. */
export interface PublicEntry {
  readonly number: number;
  readonly kind: string;
  readonly legalDate: LegalDate;
  readonly recordedAt: string;
  readonly citation: { law: string; article: string };
  /** What it set, of the fields that are public. */
  readonly fields: Record<string, unknown>;
  readonly corrects: number | null;
  readonly hash: string;
}

/** Names of persons by id, for the fields that show a person by name and post only. */
export type NameOf = (person: string) => string | null;

/** The state at a moment, reduced to what each field's publication class lets out. */
export function publicState(entries: readonly Entry[], moment: Moment, nameOf: NameOf): State | undefined {
  const state = fold(entries, moment);
  // The class of a field is the one its newest entry gave it: classes fold as values do.
  const classes = fold(
    entries.map((entry) => ({ ...entry, difference: entry.publication })),
    moment,
  );
  return state && reduced(state, (classes ?? {}) as Record<string, PublicationClass>, nameOf);
}

export function publicEntry(entry: Entry, nameOf: NameOf): PublicEntry {
  const { number, kind, legalDate, recordedAt, citation, difference, publication, corrects, hash } = entry;
  const fields = reduced(difference, publication, nameOf);
  return { number, kind, legalDate, recordedAt: recordedAt.toISOString(), citation, fields, corrects, hash };
}

/** The persons that a state or a difference refers to. */
export function personsIn(values: Readonly<Record<string, unknown>>): string[] {
  return Object.values(values).flatMap((value) => referencesIn(value).map(({ person }) => person));
}

/** Of each value what the class of its field lets out: as it is, a person by name and post, or nothing. */
export function reduced(
  values: Readonly<Record<string, unknown>>,
  classes: Readonly<Record<string, PublicationClass>>,
  nameOf: NameOf,
): Record<string, unknown> {
  const shown = Object.entries(values).flatMap(([field, value]): [string, unknown][] => {
    if (classes[field] === 'PUBLIC') return [[field, value]];
    return classes[field] === 'MASKED' ? [[field, byName(value, nameOf)]] : [];
  });
  return Object.fromEntries(shown);
}

interface Reference {
  readonly person: string;
  readonly post?: string;
}

function referencesIn(value: unknown): Reference[] {
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item): item is Reference => typeof item === 'object' && item !== null && 'person' in item);
}

function byName(value: unknown, nameOf: NameOf): unknown {
  const shown = referencesIn(value).map(({ person, post }) => ({
    name: nameOf(person),
    ...(post === undefined ? {} : { post }),
  }));
  return Array.isArray(value) ? shown : (shown.at(0) ?? null);
}
