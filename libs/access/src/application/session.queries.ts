import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface SessionRow {
  readonly id: string;
  readonly device: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/** The sessions of an account. */
@Injectable()
export class SessionQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The open ones, the latest used first. */
  findOpen(accountId: string): Promise<SessionRow[]> {
    return this.dataSource.query(
      `SELECT id, device, created_at AS "createdAt", last_used_at AS "lastUsedAt",
              least(idle_until, expires_at) AS "expiresAt"
         FROM access.session
        WHERE account_id = $1 AND ended_at IS NULL AND idle_until > now() AND expires_at > now()
        ORDER BY last_used_at DESC, id`,
      [accountId],
    );
  }
}
