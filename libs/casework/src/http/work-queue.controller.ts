import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowRoles, CurrentPrincipal, PrincipalQueries, type Principal } from '@app/access';
import { NotFound } from '@app/kernel';
import { ExpectedVersion, languageOf, Operation, setEtag, UnitOfWork } from '@app/platform';
import { RecuseOfficer } from '../application/recuse-officer.js';
import { WorkQueue, type QueueItem } from '../application/work-queue.js';
import { presentBriefClock } from './dto/clock.dto.js';
import { HandOverInput, QueueItemDto, QueuePageDto, RecusalInput, WorkQueueQuery } from './dto/work-queue.dto.js';

const OFFICERS = [
  'ACCEPTANCE_OFFICER',
  'REVIEW_OFFICER',
  'APPROVAL_OFFICER',
  'STREET_OFFICER',
  'HUB_OFFICER',
  'LEADING_GROUP_OFFICER',
] as const;

@ApiTags('work-queue')
@Controller('work-queue')
export class WorkQueueController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workQueue: WorkQueue,
    private readonly recuseOfficer: RecuseOfficer,
    private readonly principals: PrincipalQueries,
  ) {}

  @Get()
  @AllowRoles(...OFFICERS)
  @Operation({ id: 'listWorkQueue', zh: '我的待办案件', en: 'The open cases that wait for me, most urgent first' })
  @ApiOkResponse({ type: QueuePageDto })
  async list(
    @CurrentPrincipal() officer: Principal,
    @Query() query: WorkQueueQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<QueuePageDto> {
    const page = await this.workQueue.list(officer, query);
    return { ...page, items: page.items.map((item) => present(item, officer, accept)) };
  }

  @Post(':caseId/actions/claim')
  @HttpCode(200)
  @AllowRoles(...OFFICERS)
  @Operation({
    id: 'claimCase',
    zh: '认领案件',
    en: 'Take a case into your hands',
    errors: [404, 409],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: QueueItemDto })
  async claim(
    @CurrentPrincipal() officer: Principal,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<QueueItemDto> {
    const record = await this.unitOfWork.run(officer, (tx) => this.workQueue.claim(tx, officer, caseId, version));
    setEtag(reply, record.version);
    return present({ record }, officer, accept);
  }

  @Post(':caseId/actions/hand-over')
  @HttpCode(200)
  @AllowRoles(...OFFICERS)
  @Operation({
    id: 'handOverCase',
    zh: '移交案件',
    en: 'Give a case to a colleague or back to the queue',
    errors: [404, 409],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: QueueItemDto })
  async handOver(
    @CurrentPrincipal() officer: Principal,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @ExpectedVersion() version: number,
    @Body() { to, reason }: HandOverInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') accept?: string,
  ): Promise<QueueItemDto> {
    const colleague = to === undefined ? undefined : await this.colleague(to);
    const record = await this.unitOfWork.run(officer, (tx) =>
      this.workQueue.handOver(tx, officer, caseId, version, colleague, reason),
    );
    setEtag(reply, record.version);
    return present({ record }, officer, accept);
  }

  @Post(':caseId/recusals')
  @HttpCode(204)
  @AllowRoles(...OFFICERS)
  @Operation({
    id: 'recuseOfficer',
    zh: '回避',
    en: 'Take yourself, or another officer, off a case for good',
    errors: [404],
    versioned: true,
    idempotent: true,
  })
  @ApiNoContentResponse()
  async recuse(
    @CurrentPrincipal() officer: Principal,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @ExpectedVersion() version: number,
    @Body() { accountId, reason }: RecusalInput,
  ): Promise<void> {
    const recused = accountId === undefined ? officer : await this.colleague(accountId);
    await this.unitOfWork.run(officer, (tx) =>
      this.recuseOfficer.execute(tx, officer, caseId, version, recused, reason),
    );
  }

  private async colleague(accountId: string): Promise<Principal> {
    const found = await this.principals.findByAccount(accountId);
    if (!found) throw new NotFound({ zh: '没有此人员', en: 'No such officer' });
    return found;
  }
}

function present({ record, clock }: QueueItem, officer: Principal, accept?: string): QueueItemDto {
  const { id, procedure, state, title, authority, receiptNumber, version } = record;
  const handler = record.handlerId === null ? 'NOBODY' : record.handlerId === officer.accountId ? 'YOU' : 'ANOTHER';
  const queue = record.queue!;
  return {
    id,
    procedure,
    state,
    queue,
    title,
    authority,
    receiptNumber,
    handler,
    clock: presentBriefClock(record, clock, languageOf(accept)),
    version,
  };
}
