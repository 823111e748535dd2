import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import type { Entry } from '../domain/entry.js';
import type { EntryKind } from '../domain/vocabulary.js';

/** Told of entries in the transaction that appends them; what takes long it leaves to the outbox. */
export type EntryListener = (tx: Tx, entries: readonly Entry[]) => Promise<void>;

/** Who wants to know of entries of a kind: higher libs bring their question here, as they bring their projections. */
@Injectable()
export class EntryListeners {
  private readonly listeners = new Map<EntryKind, EntryListener[]>();

  on(kind: EntryKind, listener: EntryListener): void {
    this.listeners.set(kind, [...(this.listeners.get(kind) ?? []), listener]);
  }

  async tell(tx: Tx, entries: readonly Entry[]): Promise<void> {
    for (const [kind, listeners] of this.listeners) {
      const told = entries.filter((entry) => entry.kind === kind);
      if (told.length > 0) for (const listener of listeners) await listener(tx, told);
    }
  }
}
