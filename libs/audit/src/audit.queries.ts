import { Injectable } from '@nestjs/common';
import type { Citation } from '@app/kernel';
import { type Page, Reads } from '@app/platform';

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

const COLUMNS = `id, at, account_id AS "accountId", actor, action, subject_type AS "subjectType", subject_id AS "subjectId",
  ground, detail, trace_id AS "traceId"`;

/** Reads the audit trail, newest first. */
@Injectable()
export class AuditTrail {
  constructor(private readonly reads: Reads) {}

  async find({ subjectId, accountId, action, limit, cursor }: AuditFilter): Promise<Page<AuditRow>> {
    const where = `($1::text IS NULL OR subject_id = $1) AND ($2::uuid IS NULL OR account_id = $2)
                   AND ($3::text IS NULL OR action = $3)`;
    const parameters = [subjectId ?? null, accountId ?? null, action ?? null];
    const keys = [{ sql: 'id', type: 'bigint' }] as const;
    const source = { columns: COLUMNS, from: 'audit.entry', where, parameters, keys, descending: true };
    return this.reads.page(source, { limit, cursor });
  }
}
