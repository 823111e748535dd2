import { Injectable } from '@nestjs/common';
import { Reads, type Sql } from '@app/platform';

export interface AuditVerification {
  readonly rows: number;
  /** The first thing that does not hold; absent when all holds. */
  readonly broken?: string;
}

/**
 * What the hash of the row `e` must be, in SQL, as the trigger on `audit.entry` gave it. It is spelt out here and not
 * asked of the database's own function: whoever can change rows can change that, too.
 */
export const AUDIT_ROW_HASH = `encode(sha256(convert_to(array_to_json(ARRAY[
  e.writer::text, e.number::text, e.id::text, e.recorded_in::text,
  to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  e.account_id::text, e.actor, e.action, e.subject_type, e.subject_id, e.ground::text, e.detail::text, e.trace_id
])::text, 'UTF8')), 'hex')`;

interface Row {
  readonly id: string;
  readonly writer: number;
  readonly number: string;
}

/** Proves the audit trail without any seal: every row has its hash, and no number of any writer is missing. */
@Injectable()
export class VerifyAudit {
  constructor(private readonly reads: Reads) {}

  /** All of it as of one moment: what is written meanwhile is neither missed nor half seen. */
  execute(): Promise<AuditVerification> {
    return this.reads.snapshot(async (sql) => {
      const [{ rows }] = await sql.rows<{ rows: number }>('SELECT count(*)::int AS rows FROM audit.entry');
      return { rows, broken: (await changed(sql)) ?? (await missingBefore(sql)) ?? (await missingAtEnd(sql)) };
    });
  }
}

async function changed(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.rows<Row>(
    `SELECT id, writer, number FROM audit.entry e WHERE hash <> ${AUDIT_ROW_HASH} ORDER BY id LIMIT 1`,
  );
  return row && `${nameOf(row)}: its content does not have its hash`;
}

async function missingBefore(sql: Sql): Promise<string | undefined> {
  const [row] = await sql.rows<Row & { due: string }>(
    `SELECT * FROM (SELECT id, writer, number, row_number() OVER (PARTITION BY writer ORDER BY number) AS due FROM audit.entry) e
      WHERE number <> due ORDER BY writer, number LIMIT 1`,
  );
  return row && `${nameOf(row)}: number ${row.due} is missing before it`;
}

async function missingAtEnd(sql: Sql): Promise<string | undefined> {
  const [writer] = await sql.rows<{ writer: number; rows: string; last: string }>(
    `SELECT coalesce(w.id, e.writer) AS writer, coalesce(e.rows, 0) AS rows, coalesce(w.last_number, 0) AS last
       FROM audit.writer w FULL JOIN (SELECT writer, count(*) AS rows FROM audit.entry GROUP BY writer) e ON e.writer = w.id
      WHERE w.last_number IS DISTINCT FROM e.rows ORDER BY 1 LIMIT 1`,
  );
  return writer && `audit rows of writer ${writer.writer}: there are ${writer.rows}, should be ${writer.last}`;
}

function nameOf({ id, writer, number }: Row): string {
  return `audit row ${id} (writer ${writer}, number ${number})`;
}
