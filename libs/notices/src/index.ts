export { Notices, type NewNoticeInput } from './application/notices.js';
export type { NoticeData } from './domain/render-notice.js';
export { NOTICE_TEMPLATES, type NoticeTemplate } from './domain/templates.table.js';
export { NoticesModule } from './notices.module.js';
