import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import type { Entry } from '../domain/entry.js';
import type { EntryKind } from '../domain/vocabulary.js';

/** Told of an entry in the transaction that appends it; what takes long it leaves to the outbox. */
export type EntryListener = (tx: Tx, entry: Entry) => Promise<void>;

/** Who wants to know of entries of a kind: higher libs bring their question here, as they bring their projections. */
@Injectable()
export class EntryListeners {
  private readonly listeners = new Map<EntryKind, EntryListener[]>();

  on(kind: EntryKind, listener: EntryListener): void {
    this.listeners.set(kind, [...(this.listeners.get(kind) ?? []), listener]);
  }

  async tell(tx: Tx, entry: Entry): Promise<void> {
    for (const listener of this.listeners.get(entry.kind) ?? []) await listener(tx, entry);
  }
}
