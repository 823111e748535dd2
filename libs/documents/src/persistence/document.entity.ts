import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DocumentKind } from '../domain/document-kind.table.js';

/** One uploaded file: what is known of it, and where and under which key its bytes lie. Never changed. */
@Entity({ schema: 'documents', name: 'document' })
@Unique('document_blob_name_key', ['blobName'])
@Index('document_uploaded_by', ['uploadedBy', 'uploadedAt'])
@Index('document_uploaded_at', ['uploadedAt'])
@Check('document_kind_check', `kind IN ('PDF', 'JPEG', 'PNG', 'DOCX', 'XLSX')`)
@Check('document_size_check', `size BETWEEN 1 AND 52428800`)
@Check('document_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('document_blob_name_check', `blob_name ~ '^[0-9a-f]{64}$'`)
export class DocumentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'document_pkey' })
  id: string;

  @Column({ type: 'text' })
  kind: DocumentKind;

  @Column({ type: 'text', name: 'file_name', comment: 'encrypted: people put names and ID numbers into file names' })
  fileName: string;

  @Column({ type: 'integer' })
  size: number;

  @Column({ type: 'text', comment: 'of the plain bytes' })
  sha256: string;

  @Column({ type: 'text', name: 'blob_name' })
  blobName: string;

  @Column({ type: 'text', name: 'key_id', comment: 'the encryption key of the bytes' })
  keyId: string;

  @Column({ type: 'uuid', name: 'uploaded_by' })
  uploadedBy: string;

  @Column({ type: 'timestamptz', name: 'uploaded_at' })
  uploadedAt: Date;
}
