import { Injectable } from '@nestjs/common';
import type { Citation } from '@app/kernel';
import { currentRequest, type Tx } from '@app/platform';

/** Who did what to which record, on what ground. Holds references, never personal data. */
export interface AuditRecord {
  /** e.g. `registration.grant`; verbs of the field, stable. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly ground?: Citation;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes the audit trail, in the transaction of what it tells of. */
@Injectable()
export class Audit {
  async record(tx: Tx, record: AuditRecord): Promise<void> {
    await tx.execute(
      `INSERT INTO audit.entry (at, account_id, actor, action, subject_type, subject_id, ground, detail, trace_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        tx.now,
        tx.actor.accountId,
        tx.actor.name,
        record.action,
        record.subjectType,
        record.subjectId,
        record.ground ? JSON.stringify(record.ground) : null,
        JSON.stringify(record.detail ?? {}),
        currentRequest()?.traceId ?? null,
      ],
    );
  }
}
