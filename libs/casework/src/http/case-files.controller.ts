import { Controller, Get, Headers, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, type Principal } from '@app/access';
import { attachmentOf } from '@app/documents';
import { languageOf, Operation } from '@app/platform';
import { CaseFiles } from '../application/file/case-files.js';
import { ZipCaseFile } from '../application/file/zip-case-file.js';
import { archiveName } from '../domain/file/file-name.js';
import { CaseFileIndexDto, presentIndex } from './dto/case-file.dto.js';

const READERS = [
  'ACCEPTANCE_OFFICER',
  'REVIEW_OFFICER',
  'APPROVAL_OFFICER',
  'STREET_OFFICER',
  'HUB_OFFICER',
  'ENFORCEMENT_OFFICER',
  'LEADING_GROUP_OFFICER',
  'AUDITOR',
] as const;

/** 卷宗. It goes into no cache: it holds whatever was uploaded, and who reads it is to be known. */
@ApiTags('case-files')
@Controller('cases/:caseId/file')
export class CaseFilesController {
  constructor(
    private readonly caseFiles: CaseFiles,
    private readonly zipCaseFile: ZipCaseFile,
  ) {}

  @Get()
  @AllowRoles(...READERS)
  @Operation({ id: 'getCaseFile', zh: '下载卷宗', en: 'Everything of a case, in order, as one ZIP', errors: [404] })
  @ApiProduces('application/zip')
  @ApiOkResponse({
    description: '卷宗 / the file, its index first',
    schema: { type: 'string', format: 'binary' },
    headers: {
      'Content-Disposition': {
        description: 'always an attachment / 一律作为附件',
        schema: { type: 'string' },
        example: `attachment; filename="case.zip"`,
      },
    },
  })
  async download(
    @CurrentPrincipal() reader: Principal,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.caseFiles.read(reader, caseId, 'content');
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    return new StreamableFile(this.zipCaseFile.open(file), {
      type: 'application/zip',
      disposition: attachmentOf(archiveName(file.record)),
    });
  }

  @Get('index')
  @AllowRoles(...READERS)
  @Operation({ id: 'getCaseFileIndex', zh: '卷宗目录', en: 'What the file of a case holds', errors: [404] })
  @ApiOkResponse({ type: CaseFileIndexDto })
  async index(
    @CurrentPrincipal() reader: Principal,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<CaseFileIndexDto> {
    void reply.header('cache-control', 'no-store');
    return presentIndex(await this.caseFiles.read(reader, caseId, 'index'), languageOf(accept));
  }
}
