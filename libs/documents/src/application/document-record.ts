import type { KeyRing } from '@app/platform';
import type { DocumentKind } from '../domain/document-kind.table.js';
import type { DocumentEntity } from '../persistence/document.entity.js';

/** What is known of an uploaded file. */
export interface DocumentRecord {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly size: number;
  /** Of the plain bytes, in hexadecimal. */
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** Binds a sealed file name to its document. */
export function fileNamePurpose(id: string): string {
  return `document-file-name:${id}`;
}

export function recordOf(row: DocumentEntity, keys: KeyRing): DocumentRecord {
  const { id, kind, size, sha256, uploadedBy, uploadedAt } = row;
  return { id, kind, fileName: keys.open(row.fileName, fileNamePurpose(id)), size, sha256, uploadedBy, uploadedAt };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Tells an id from a text that PostgreSQL would not even compare with one. */
export function isDocumentId(text: string): boolean {
  return UUID.test(text);
}
