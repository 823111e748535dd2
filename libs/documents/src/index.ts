export { DocumentAccess, type DocumentReadRule } from './application/document-access.js';
export { DOCUMENT_FILES_LOCK } from './application/document-keys.js';
export type { DocumentRecord } from './application/document-record.js';
export { Documents, type DocumentReference } from './application/documents.js';
export { NumberSeries } from './application/number-series.js';
export type { DocumentKind } from './domain/document-kind.table.js';
export { DocumentsModule } from './documents.module.js';
