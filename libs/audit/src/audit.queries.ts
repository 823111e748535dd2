import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Citation } from '@app/kernel';
import { COUNT_LIMIT, decodeCursor, pageOf, type Page } from '@app/platform';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly accountId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly ground: Citation | null;
  readonly detail: Record<string, unknown>;
  readonly traceId: string | null;
}

export interface AuditFilter {
  readonly subjectId?: string;
  readonly accountId?: string;
  readonly action?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Reads the audit trail, newest first. */
@Injectable()
export class AuditTrail {
  constructor(private readonly dataSource: DataSource) {}

  async find({ subjectId, accountId, action, limit, cursor }: AuditFilter): Promise<Page<AuditRow>> {
    const before = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const where = `($1::text IS NULL OR subject_id = $1) AND ($2::uuid IS NULL OR account_id = $2)
                   AND ($3::text IS NULL OR action = $3)`;
    const filter = [subjectId ?? null, accountId ?? null, action ?? null];
    const rows: AuditRow[] = await this.dataSource.query(
      `SELECT id, at, account_id AS "accountId", actor, action, subject_type AS "subjectType",
              subject_id AS "subjectId", ground, detail, trace_id AS "traceId"
         FROM audit.entry WHERE ${where} AND ($4::bigint IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
      [...filter, before, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM audit.entry WHERE ${where} LIMIT $4) counted`,
      [...filter, COUNT_LIMIT + 1],
    );
    return pageOf(
      rows,
      limit,
      count,
      (row) => [row.id],
      (row) => row,
    );
  }
}
