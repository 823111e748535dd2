import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DocumentEntity } from './document.entity.js';

/** That a document belongs to a record of another lib; it then stays as long as the record does. */
@Entity({ schema: 'documents', name: 'attachment' })
@Index('attachment_subject', ['subjectType', 'subjectId'])
export class AttachmentEntity {
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'attachment_pkey' })
  documentId: string;

  @PrimaryColumn({ type: 'text', name: 'subject_type', primaryKeyConstraintName: 'attachment_pkey' })
  subjectType: string;

  @PrimaryColumn({ type: 'text', name: 'subject_id', primaryKeyConstraintName: 'attachment_pkey' })
  subjectId: string;

  @Column({ type: 'timestamptz', name: 'attached_at' })
  attachedAt: Date;

  @ManyToOne(() => DocumentEntity)
  @JoinColumn({ name: 'document_id', foreignKeyConstraintName: 'attachment_document_id_fkey' })
  document?: Relation<DocumentEntity>;
}
