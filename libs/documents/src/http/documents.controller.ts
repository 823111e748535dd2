import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowAnyone, CurrentPrincipal, type Principal } from '@app/access';
import { Operation } from '@app/platform';
import { ReadDocument } from '../application/read-document.js';
import { StoreDocument } from '../application/store-document.js';
import { DOCUMENT_KINDS } from '../domain/document-kind.table.js';
import { attachmentOf } from './content-disposition.js';
import { DocumentDto, presentDocument, UploadDto } from './document.dto.js';
import { openUpload } from './multipart-upload.js';

const ID = { name: 'id', format: 'uuid', example: '6f0e1a52-3c55-4b0e-9a53-0d5b1c7a2f11' };
const UPLOAD_NOTE =
  '文件种类以内容为准；三十日内未使用的文件将被删除，重复上传无害，因此不设 Idempotency-Key / The bytes decide the kind; a file not used within 30 days is deleted, so a repeated upload is harmless and there is no Idempotency-Key';
const header = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const },
  example,
});

/** Uploads: any account may make them; who may read one is for DocumentAccess to say. */
@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly storeDocument: StoreDocument,
    private readonly readDocument: ReadDocument,
  ) {}

  // Not idempotent by key: a retry makes a second document, which harms nobody and is deleted unused.
  @Post()
  @AllowAnyone()
  @Operation({ id: 'uploadDocument', zh: '上传文件', en: 'Upload a file', errors: [413, 415, 422] })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadDto, description: UPLOAD_NOTE })
  @ApiCreatedResponse({
    type: DocumentDto,
    headers: { Location: header('the document / 文件地址', '/api/v1/documents/6f0e1a52-3c55-4b0e-9a53-0d5b1c7a2f11') },
  })
  async upload(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentDto> {
    const record = await this.storeDocument.execute(principal, await openUpload(request));
    void reply.header('location', `/api/v1/documents/${record.id}`);
    return presentDocument(record);
  }

  @Get(':id')
  @AllowAnyone()
  @Operation({ id: 'getDocument', zh: '查看文件信息', en: 'What is known of a file', errors: [404] })
  @ApiParam(ID)
  @ApiOkResponse({ type: DocumentDto })
  async show(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentDto> {
    const record = await this.readDocument.describe(principal, id);
    void reply.header('cache-control', 'private, no-store');
    return presentDocument(record);
  }

  @Get(':id/content')
  @AllowAnyone()
  @Operation({ id: 'getDocumentContent', zh: '下载文件', en: 'Download a file', errors: [404] })
  @ApiParam(ID)
  @ApiProduces(...Object.values(DOCUMENT_KINDS).map(({ mediaType }) => mediaType))
  @ApiOkResponse({
    description: '文件内容 / the file itself',
    schema: { type: 'string', format: 'binary' },
    headers: {
      'Content-Disposition': header('always an attachment / 一律作为附件', `attachment; filename="a.pdf"`),
      ETag: header('SHA-256', '"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"'),
    },
  })
  async download(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { record, content } = await this.readDocument.open(principal, id);
    // An upload must never run as a page of this origin, whatever a browser takes it for.
    void reply.headers({
      etag: `"${record.sha256}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(content, {
      type: DOCUMENT_KINDS[record.kind].mediaType,
      disposition: attachmentOf(record.fileName),
      length: record.size,
    });
  }
}
