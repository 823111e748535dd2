import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachedDocuments } from './application/attached-documents.js';
import { DocumentAccess } from './application/document-access.js';
import { DocumentKeys } from './application/document-keys.js';
import { Documents } from './application/documents.js';
import { NumberSeries } from './application/number-series.js';
import { ReadDocument } from './application/read-document.js';
import { StoreDocument } from './application/store-document.js';
import { SweepDocuments } from './application/sweep-documents.js';
import { DocumentsController } from './http/documents.controller.js';
import { SweepDocumentsJob } from './jobs/sweep-documents.job.js';
import { AttachmentEntity } from './persistence/attachment.entity.js';
import { BlobStore } from './persistence/blob-store.js';
import { DocumentEntity } from './persistence/document.entity.js';
import { NumberSeriesEntity } from './persistence/number-series.entity.js';

/** For every lib above it: whoever takes documents or gives numbers finds them without importing a module. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DocumentEntity, AttachmentEntity, NumberSeriesEntity])],
  controllers: [DocumentsController],
  providers: [
    BlobStore,
    Documents,
    DocumentAccess,
    AttachedDocuments,
    DocumentKeys,
    NumberSeries,
    ReadDocument,
    StoreDocument,
    SweepDocuments,
    SweepDocumentsJob,
  ],
  exports: [Documents, AttachedDocuments, DocumentAccess, NumberSeries],
})
export class DocumentsModule {}
