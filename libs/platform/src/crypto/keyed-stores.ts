import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/sql.js';
import type { UnitOfWork } from '../database/unit-of-work.js';

/** A place where values lie encrypted, that knows how to bring them under the key in use. */
export interface KeyedStore {
  readonly name: string;
  /** How many values lie under each key. */
  countByKey(sql: Sql): Promise<ReadonlyMap<string, number>>;
  /**
   * Brings everything under the key in use, some at a time, each whole; where it was broken off the next call goes on.
   * @param owner transactions of the database's owner: the application may not change what it once wrote
   * @param onDone how many more are done
   */
  rotate(owner: UnitOfWork, onDone: (count: number) => void): Promise<void>;
}

/** All such places; each lib adds its own when its module starts. */
@Injectable()
export class KeyedStores {
  private readonly all: KeyedStore[] = [];

  register(store: KeyedStore): void {
    this.all.push(store);
  }

  list(): readonly KeyedStore[] {
    return this.all;
  }

  /** How many values lie under each key, everywhere. */
  async countByKey(sql: Sql): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const store of this.all) {
      for (const [key, count] of await store.countByKey(sql)) counts.set(key, (counts.get(key) ?? 0) + count);
    }
    return counts;
  }
}
