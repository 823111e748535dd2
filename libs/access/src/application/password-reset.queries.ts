import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { type Page, Reads } from '@app/platform';
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

const COLUMNS = `
         w.id, w.account_id AS "accountId", w.state, w.reason, w.version, w.proposed_by AS "proposedBy",
         w.proposed_at AS "proposedAt", w.decided_by AS "decidedBy", w.decided_at AS "decidedAt",
         w.decision_reason AS "decisionReason", a.username, p.username AS proposer, d.username AS decider`;

const FROM = `access.password_reset w JOIN access.account a ON a.id = w.account_id
    JOIN access.account p ON p.id = w.proposed_by
    LEFT JOIN access.account d ON d.id = w.decided_by`;

/** The password resets that were proposed. */
@Injectable()
export class PasswordResetQueries {
  constructor(private readonly reads: Reads) {}

  /** Newest first. */
  async find({ state, limit, cursor }: PasswordResetFilter): Promise<Page<PasswordResetRow>> {
    const where = '($1::text IS NULL OR w.state = $1)';
    const keys = [{ sql: 'w.id', type: 'bigint' }] as const;
    const parameters = [state ?? null];
    return this.reads.page(
      { columns: COLUMNS, from: FROM, where, parameters, keys, descending: true },
      { limit, cursor },
    );
  }

  /** @throws NotFound */
  async get(id: string): Promise<PasswordResetRow> {
    const rows = await this.reads.rows<PasswordResetRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE w.id = $1`, [id]);
    if (rows.length === 0) throw new NotFound();
    return rows[0];
  }
}
