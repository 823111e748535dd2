import { Injectable } from '@nestjs/common';
import type { Sql } from '@app/platform';
import type { AuditRow } from './audit.queries.js';

export type SubjectAuditRow = Omit<AuditRow, 'accountId' | 'traceId'>;

/** All that was done to some records, oldest first: for a file that is handed out whole. */
@Injectable()
export class AuditOfSubjects {
  read(sql: Sql, subjectIds: readonly string[]): Promise<SubjectAuditRow[]> {
    return sql.rows(
      `SELECT id, at, actor, action, subject_type AS "subjectType", subject_id AS "subjectId", ground, detail
         FROM audit.entry WHERE subject_id = ANY($1) ORDER BY id`,
      [subjectIds],
    );
  }
}
