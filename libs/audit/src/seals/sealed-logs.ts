import { Injectable } from '@nestjs/common';
import type { Sql } from '@app/platform';

/** A range of transactions, all of which have ended; `to` is not part of it. */
export interface TransactionRange {
  readonly from: string;
  readonly to: string;
}

/** A table that only grows and is to be sealed. Its own lib reads it. */
export interface SealedLog {
  readonly name: 'audit' | 'register';
  /** What each row says, in the order of the ids: computed from the content, never from a stored hash. */
  contents(range: TransactionRange, sql: Sql): AsyncIterable<string>;
}

/** All logs that are sealed; a higher lib adds its own when its module starts. */
@Injectable()
export class SealedLogs {
  private readonly all: SealedLog[] = [];

  register(log: SealedLog): void {
    this.all.push(log);
  }

  list(): readonly SealedLog[] {
    return this.all;
  }
}
