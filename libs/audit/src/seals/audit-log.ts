import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson } from '@app/kernel';
import type { Sql } from '@app/platform';
import { SealedLogs, type SealedLog, type TransactionRange } from './sealed-logs.js';

const BATCH = 5_000;

/** The audit trail as a log that is sealed. */
@Injectable()
export class AuditLog implements SealedLog, OnModuleInit {
  readonly name = 'audit';

  constructor(private readonly logs: SealedLogs) {}

  onModuleInit(): void {
    this.logs.register(this);
  }

  async *contents({ from, to }: TransactionRange, sql: Sql): AsyncGenerator<string> {
    let after = '0';
    for (;;) {
      const rows = await sql.rows<{ id: string; at: Date }>(
        `SELECT id, at, account_id, actor, action, subject_type, subject_id, ground, detail, trace_id FROM audit.entry
          WHERE recorded_in >= $1::xid8 AND recorded_in < $2::xid8 AND id > $3 ORDER BY id LIMIT ${BATCH}`,
        [from, to, after],
      );
      for (const row of rows) yield canonicalJson({ ...row, at: row.at.toISOString() });
      if (rows.length < BATCH) return;
      after = rows.at(-1)!.id;
    }
  }
}
