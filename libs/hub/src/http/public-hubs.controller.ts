import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic } from '@app/access';
import { answerCacheable, Operation, PageQuery } from '@app/platform';
import { Services, type Service } from '../application/desk/services.js';
import { WorkReports } from '../application/desk/work-reports.js';
import { HubQueries, type HubOnDay } from '../application/hub.queries.js';
import { HubListDto, HubMemberPageDto, HubPageDto, HubPageQuery, HubsQuery } from './dto/hub.dto.js';
import { PublicServicePageDto, type PublicServiceDto } from './dto/services.dto.js';
import { PublicWorkReportPageDto } from './dto/work-report.dto.js';
import { presentPublicReport } from './work-report.presenter.js';

/** What anybody may know of hubs: where each stands, who belongs to it, what it did and published. */
@ApiTags('public')
@Controller('public/hubs')
export class PublicHubsController {
  constructor(
    private readonly hubs: HubQueries,
    private readonly services: Services,
    private readonly reports: WorkReports,
  ) {}

  @Get()
  @AllowPublic()
  @Operation({ id: 'listHubs', zh: '枢纽型社会组织目录', en: 'The hubs, in the order of their batches' })
  @ApiOkResponse({ type: HubListDto })
  async list(@Query() query: HubsQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answerCacheable(request, reply, await this.hubs.list(query));
  }

  @Get(':code')
  @AllowPublic()
  @Operation({ id: 'getHub', zh: '枢纽型社会组织主页', en: 'A hub, today or as it stood on a day', errors: [404] })
  @ApiOkResponse({ type: HubPageDto })
  async page(
    @Param('code') code: string,
    @Query() { asOf }: HubPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerCacheable(request, reply, presentHub(await this.hubs.on(code, asOf)));
  }

  @Get(':code/members')
  @AllowPublic()
  @Operation({ id: 'listHubMembers', zh: '枢纽成员名录', en: 'The active members of a hub', errors: [404] })
  @ApiOkResponse({ type: HubMemberPageDto })
  async members(
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    answerCacheable(request, reply, await this.hubs.members(code, limit, cursor));
  }

  @Get(':code/services')
  @AllowPublic()
  @Operation({
    id: 'listPublishedServices',
    zh: '枢纽已公布的服务',
    en: 'The services that a hub published',
    errors: [404],
  })
  @ApiOkResponse({ type: PublicServicePageDto })
  async published(
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.services.published(code, limit, cursor);
    answerCacheable(request, reply, { ...page, items: page.items.map(presentService) });
  }

  @Get(':code/work-reports')
  @AllowPublic()
  @Operation({
    id: 'listPublishedWorkReports',
    zh: '枢纽已公布的年度工作报告',
    en: 'The work reports that a hub published',
    errors: [404],
  })
  @ApiOkResponse({ type: PublicWorkReportPageDto })
  async workReports(
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.reports.published(code, limit, cursor);
    answerCacheable(request, reply, { ...page, items: page.items.map(presentPublicReport) });
  }
}

function presentHub({ state, below, members, asOf }: HubOnDay): HubPageDto {
  return {
    code: state.code,
    batch: state.batch ?? null,
    orderInBatch: state.orderInBatch ?? null,
    name: state.name,
    namePrinted: state.namePrinted,
    tier: state.tier,
    division: state.division,
    parent: state.parent ?? null,
    parentSince: state.parentSince ?? null,
    organization: state.organization ?? null,
    standing: state.standing,
    recognizedBy: state.recognizedBy,
    recognizedOn: state.recognizedOn ?? null,
    documentNumber: state.documentNumber ?? null,
    warnedOn: state.warnedOn ?? null,
    withdrawnOn: state.withdrawnOn ?? null,
    below: [...below],
    members,
    asOf,
  };
}

function presentService({ id, hub, kind, title, beginsOn, endsOn, outcome, publishedOn }: Service): PublicServiceDto {
  return { id, hub, kind, title, beginsOn, endsOn, outcome, publishedOn };
}
