import {
  fold,
  publicationOf,
  restrictionsOf,
  type Entry,
  type Moment,
  type Restriction,
  type State,
} from '@app/register';
import { publicEntry, reduced, type NameOf, type PublicEntry } from './public-view.js';

/** The state of an organization as the office reads it. */
export interface OfficersState {
  readonly state: State;
  /** All that were imposed by that moment, lifted and expired ones too. */
  readonly restrictions: readonly Restriction[];
}

/** An entry as the office reads it. */
export interface OfficersEntry extends PublicEntry {
  readonly restrictions: readonly Restriction[];
  /** The username of who recorded it; null: the system itself. */
  readonly recordedBy: string | null;
  readonly caseId: string | null;
}

/**
 * The state at a moment: every registered item, also one that an entry withheld from the public, and the
 * restrictions. Items are an allow-list and persons stand there by name and post, whatever an entry may hold of them.
 */
export function officersState(entries: readonly Entry[], moment: Moment, nameOf: NameOf): OfficersState | undefined {
  const state = fold(entries, moment);
  return (
    state && {
      state: reduced(state, publicationOf(state), nameOf),
      restrictions: restrictionsOf(state),
    }
  );
}

export function officersEntry(entry: Entry, nameOf: NameOf, usernames: ReadonlyMap<string, string>): OfficersEntry {
  return {
    ...publicEntry(entry, nameOf),
    fields: reduced(entry.difference, publicationOf(entry.difference), nameOf),
    restrictions: restrictionsOf(entry.difference),
    recordedBy: (entry.recordedBy !== null && usernames.get(entry.recordedBy)) || null,
    caseId: entry.caseId,
  };
}
