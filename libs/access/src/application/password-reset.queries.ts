import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '@app/kernel';
import { COUNT_LIMIT, decodeCursor, pageOf, type Page } from '@app/platform';
import type { PasswordResetState } from '../domain/password-reset.workflow.js';
import type { PasswordResetEntity } from '../persistence/password-reset.entity.js';

/** A reset with the usernames of everybody who had to do with it. */
export interface PasswordResetRow extends PasswordResetEntity {
  readonly username: string;
  readonly proposer: string;
  readonly decider: string | null;
}

export interface PasswordResetFilter {
  readonly state?: PasswordResetState;
  readonly limit: number;
  readonly cursor?: string;
}

const SELECT = `
  SELECT w.id, w.account_id AS "accountId", w.state, w.reason, w.version, w.proposed_by AS "proposedBy",
         w.proposed_at AS "proposedAt", w.decided_by AS "decidedBy", w.decided_at AS "decidedAt",
         w.decision_reason AS "decisionReason", a.username, p.username AS proposer, d.username AS decider
    FROM access.password_reset w JOIN access.account a ON a.id = w.account_id
    JOIN access.account p ON p.id = w.proposed_by
    LEFT JOIN access.account d ON d.id = w.decided_by`;

/** The password resets that were proposed. */
@Injectable()
export class PasswordResetQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  async find({ state, limit, cursor }: PasswordResetFilter): Promise<Page<PasswordResetRow>> {
    const before = decodeCursor(cursor, ['id'])?.[0] ?? null;
    const where = '($1::text IS NULL OR w.state = $1)';
    const rows: PasswordResetRow[] = await this.dataSource.query(
      `${SELECT} WHERE ${where} AND ($2::bigint IS NULL OR w.id < $2) ORDER BY w.id DESC LIMIT $3`,
      [state ?? null, before, limit + 1],
    );
    const [{ count }]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM access.password_reset w WHERE ${where} LIMIT $2) counted`,
      [state ?? null, COUNT_LIMIT + 1],
    );
    return pageOf(
      rows,
      limit,
      count,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** @throws NotFound */
  async get(id: string): Promise<PasswordResetRow> {
    const rows: PasswordResetRow[] = await this.dataSource.query(`${SELECT} WHERE w.id = $1`, [id]);
    if (rows.length === 0) throw new NotFound();
    return rows[0];
  }
}
