import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { Reads, type Page } from '@app/platform';
import { findNotice, NOTICE_COLUMNS, type NoticeRow } from '../persistence/notice-rows.js';

export interface NoticeFilter {
  /** True: only what was not read yet; false: only what was. */
  readonly unread?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** The notices of one account; nobody reads another's. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly reads: Reads) {}

  /** Newest first. */
  async find(accountId: string, { unread, limit, cursor }: NoticeFilter): Promise<Page<NoticeRow>> {
    const source = {
      columns: NOTICE_COLUMNS,
      from: 'notices.notice n',
      where: 'n.account_id = $1 AND ($2::boolean IS NULL OR (n.read_at IS NULL) = $2)',
      parameters: [accountId, unread ?? null],
      keys: [
        { sql: 'n.created_at', type: 'timestamptz' },
        { sql: 'n.id', type: 'uuid' },
      ],
      descending: true,
    } as const;
    return this.reads.page(source, { limit, cursor });
  }

  async countUnread(accountId: string): Promise<number> {
    const [{ count }] = await this.reads.rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM notices.notice WHERE account_id = $1 AND read_at IS NULL',
      [accountId],
    );
    return count;
  }

  /** @throws NotFound for a notice that is not there, or another's. */
  async get(accountId: string, id: string): Promise<NoticeRow> {
    const row = await findNotice(this.reads, accountId, id);
    if (!row) throw new NotFound();
    return row;
  }
}
