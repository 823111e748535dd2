import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActionOf, AllowRoles, CurrentPrincipal, Step, type Principal, type StepRequest } from '@app/access';
import { attachmentOf, openUpload } from '@app/documents';
import { languageOf, Operation, setEtag, UnitOfWork, type Tx } from '@app/platform';
import { BatchQueries } from '../application/batch.queries.js';
import { DecideBatch } from '../application/decide-batch.js';
import { ReceiveBatch } from '../application/receive-batch.js';
import { RefusedRows } from '../application/refused-rows.js';
import { INTAKE_BATCH, type BatchAction } from '../domain/batch.workflow.js';
import {
  BatchDto,
  BatchesQuery,
  BatchPageDto,
  IntakeQuery,
  RefusedRowsQuery,
  ReportedRowPageDto,
  RowsQuery,
  TableUploadDto,
  UndoInput,
} from './dto/intake.dto.js';
import { INTAKE_ROLES } from './intake-roles.js';
import { presentBatch, presentRow, presentSummary } from './intake.presenter.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const OF = { zh: '批量导入', en: 'Intake of a table' };
const route = (action: BatchAction, id: string) =>
  ActionOf(action, { id, roles: INTAKE_ROLES, title: INTAKE_BATCH.actions[action], of: OF, type: BatchDto });

/** Tables on their way into the register: brought, judged, entered, undone. */
@ApiTags('intake')
@Controller('intake-batches')
export class IntakeBatchesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receive: ReceiveBatch,
    private readonly decide: DecideBatch,
    private readonly queries: BatchQueries,
    private readonly refusedRows: RefusedRows,
  ) {}

  // Not idempotent by key: a file that is sent twice makes two batches, of which neither is entered by itself.
  @Post()
  @AllowRoles(...INTAKE_ROLES)
  @Operation({
    id: 'createIntakeBatch',
    zh: '上传表格并核验',
    en: 'Bring a table: every row is judged, and none is entered yet',
    errors: [404, 413, 415, 422],
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: TableUploadDto })
  @ApiCreatedResponse({ type: BatchDto })
  async create(
    @CurrentPrincipal() by: Principal,
    @Query() { sheet, office }: IntakeQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchDto> {
    const { fileName, content } = await openUpload(request);
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const id = await this.receive.execute(by, sheet, office, { fileName, bytes: Buffer.concat(chunks) });
    void reply.header('location', `/api/v1/intake-batches/${id}`);
    return this.answer(id, by, reply);
  }

  @Get()
  @AllowRoles(...INTAKE_ROLES)
  @Operation({
    id: 'listIntakeBatches',
    zh: '批量导入记录',
    en: 'The tables of an office, newest first',
    errors: [404],
  })
  @ApiOkResponse({ type: BatchPageDto })
  async list(@CurrentPrincipal() reader: Principal, @Query() query: BatchesQuery): Promise<BatchPageDto> {
    const { sheet, office, limit, cursor } = query;
    const page = await this.queries.list(sheet, office, reader, limit, cursor);
    return { ...page, items: page.items.map(presentSummary) };
  }

  @Get(':id')
  @AllowRoles(...INTAKE_ROLES)
  @Operation({ id: 'getIntakeBatch', zh: '查看批量导入', en: 'How a table fares: counts and progress', errors: [404] })
  @ApiOkResponse({ type: BatchDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchDto> {
    return this.answer(id, reader, reply);
  }

  @Get(':id/rows')
  @AllowRoles(...INTAKE_ROLES)
  @Operation({ id: 'listIntakeRows', zh: '逐行核验结果', en: 'What is said of each row, by column', errors: [404] })
  @ApiOkResponse({ type: ReportedRowPageDto })
  async rows(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { state, limit, cursor }: RowsQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<ReportedRowPageDto> {
    const page = await this.queries.rows(id, reader, state, limit, cursor);
    return { ...page, items: page.items.map((row) => presentRow(row, languageOf(accept))) };
  }

  @Get(':id/refused-rows')
  @AllowRoles(...INTAKE_ROLES)
  @Operation({
    id: 'getRefusedRows',
    zh: '下载退回的行',
    en: 'The refused rows as a file that can be corrected and sent again',
    errors: [404, 422],
  })
  @ApiProduces(TYPES.csv, TYPES.xlsx)
  @ApiOkResponse({ description: '退回的行 / the rows', schema: { type: 'string', format: 'binary' } })
  async refused(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { format }: RefusedRowsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.refusedRows.file(id, reader, format);
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(file as Buffer, { type: TYPES[format], disposition: attachmentOf(`退回.${format}`) });
  }

  @route('commit', 'commitIntakeBatch')
  commit(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<BatchDto> {
    return this.after(id, step, (tx) => this.decide.commit(tx, step.by, id, step.version));
  }

  @route('discard', 'discardIntakeBatch')
  discard(@Param('id', ParseUUIDPipe) id: string, @Step() step: StepRequest): Promise<BatchDto> {
    return this.after(id, step, (tx) => this.decide.discard(tx, step.by, id, step.version));
  }

  @route('undo', 'undoIntakeBatch')
  undo(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() step: StepRequest,
    @Body() { reason }: UndoInput,
  ): Promise<BatchDto> {
    return this.after(id, step, (tx) => this.decide.undo(tx, step.by, id, step.version, reason));
  }

  private async after(id: string, { by, reply }: StepRequest, work: (tx: Tx) => Promise<void>): Promise<BatchDto> {
    await this.unitOfWork.run(by, work);
    return this.answer(id, by, reply);
  }

  private async answer(id: string, reader: Principal, reply: FastifyReply): Promise<BatchDto> {
    const batch = await this.queries.get(id, reader);
    setEtag(reply, batch.version);
    return presentBatch(batch);
  }
}
