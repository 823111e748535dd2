import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SealedLogs, type SealedLog, type TransactionRange } from '@app/audit';
import type { Sql } from '@app/platform';
import { entryHash } from '../domain/entry.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from '../persistence/entry-rows.js';

const BATCH = 5_000;

/** The register's entries as a log that is sealed. */
@Injectable()
export class EntryLog implements SealedLog, OnModuleInit {
  readonly name = 'register';

  constructor(private readonly logs: SealedLogs) {}

  onModuleInit(): void {
    this.logs.register(this);
  }

  async *contents({ from, to }: TransactionRange, sql: Sql): AsyncGenerator<string> {
    let after = '0';
    for (;;) {
      const rows = await sql.rows<EntryRow>(
        `SELECT ${ENTRY_COLUMNS} FROM register.entry e
          WHERE e.recorded_in >= $1::xid8 AND e.recorded_in < $2::xid8 AND e.id > $3 ORDER BY e.id LIMIT ${BATCH}`,
        [from, to, after],
      );
      // The hash over the content as it stands, and the one that was stored: neither may change.
      for (const row of rows) yield `${row.id}:${entryHash(entryOf(row))}:${row.hash}`;
      if (rows.length < BATCH) return;
      after = rows.at(-1)!.id;
    }
  }
}
