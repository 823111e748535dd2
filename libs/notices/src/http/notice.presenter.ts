import type { NoticeRow } from '../persistence/notice-rows.js';
import type { NoticeDto } from './dto/notice.dto.js';

/** A notice as its account reads it, in one language. */
export function presentNotice(row: NoticeRow, language: 'zh' | 'en'): NoticeDto {
  return {
    id: row.id,
    topic: row.topic,
    title: row.title[language],
    body: row.body[language],
    resource: row.resource,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    emailState: row.emailState,
    emailReason: row.emailReason,
  };
}
