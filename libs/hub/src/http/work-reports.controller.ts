import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionOf, AllowRoles, CurrentPrincipal, type Principal, type Role, Step, type StepRequest } from '@app/access';
import { Operation, PageQuery, setEtag, UnitOfWork, type Tx } from '@app/platform';
import { WorkReports } from '../application/desk/work-reports.js';
import { WORK_REPORT, type ReportAction } from '../domain/desk/desk.workflow.js';
import { DESK_READERS } from '../domain/hub.policy.js';
import {
  NewWorkReportInput,
  ReportAcceptInput,
  ReportReturnInput,
  ReportTextsInput,
  WorkReportDto,
  WorkReportPageDto,
} from './dto/work-report.dto.js';
import { presentReport } from './work-report.presenter.js';

const UPPER = ['HUB_OFFICER', 'LEADING_GROUP_OFFICER'] as const;
const OF = { zh: '枢纽年度工作报告', en: 'The work report of a hub' };
const route = (action: ReportAction, id: string, roles: readonly [Role, ...Role[]]) =>
  ActionOf(action, { id, roles, title: WORK_REPORT.actions[action], of: OF, type: WorkReportDto });

/** 年度工作报告: opened and read. */
@ApiTags('hub-desk')
@Controller()
export class WorkReportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: WorkReports,
  ) {}

  @Post('hubs/:code/work-reports')
  @AllowRoles('HUB_OFFICER')
  @Operation({
    id: 'openWorkReport',
    zh: '建立年度工作报告',
    en: 'Open the report on a year, with its figures assembled',
    errors: [404, 409, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: WorkReportDto })
  async open(
    @CurrentPrincipal() by: Principal,
    @Param('code') code: string,
    @Body() { year }: NewWorkReportInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkReportDto> {
    const id = await this.unitOfWork.run(by, (tx) => this.reports.open(tx, by, code, year));
    void reply.header('location', `/api/v1/hub-work-reports/${id}`);
    return this.answer(id, by, reply);
  }

  @Get('hubs/:code/work-reports')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'listWorkReportsOfHub',
    zh: '枢纽的年度工作报告',
    en: 'The work reports of a hub, newest year first',
    errors: [404],
  })
  @ApiOkResponse({ type: WorkReportPageDto })
  async list(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<WorkReportPageDto> {
    const page = await this.reports.list(reader, code, limit, cursor);
    return { ...page, items: page.items.map(presentReport) };
  }

  @Get('hub-work-reports/:id')
  @AllowRoles(...DESK_READERS)
  @Operation({ id: 'getWorkReport', zh: '查看年度工作报告', en: 'Read a work report', errors: [404] })
  @ApiOkResponse({ type: WorkReportDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkReportDto> {
    return this.answer(id, reader, reply);
  }

  private async answer(id: string, reader: Principal, reply: FastifyReply): Promise<WorkReportDto> {
    const report = await this.reports.get(id, reader);
    setEtag(reply, report.version);
    return presentReport(report);
  }
}

/** 年度工作报告: from the writing to its publication. */
@ApiTags('hub-desk')
@Controller('hub-work-reports')
export class WorkReportActionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: WorkReports,
  ) {}

  @Put(':id')
  @AllowRoles('HUB_OFFICER')
  @Operation({
    id: 'writeWorkReport',
    zh: '填写年度工作报告',
    en: 'Write the parts of a report',
    errors: [404, 409, 422],
    versioned: true,
  })
  @ApiOkResponse({ type: WorkReportDto })
  write(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() texts: ReportTextsInput,
  ): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.write(tx, act.by, id, act.version, { ...texts }));
  }

  @route('assemble', 'assembleWorkReport', ['HUB_OFFICER'])
  assemble(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.assemble(tx, act.by, id, act.version));
  }

  @route('sign', 'signWorkReport', ['HUB_OFFICER'])
  sign(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.sign(tx, act.by, id, act.version));
  }

  @route('reopen', 'reopenWorkReport', ['HUB_OFFICER'])
  reopen(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.reopen(tx, act.by, id, act.version));
  }

  @route('submit', 'submitWorkReport', ['HUB_OFFICER'])
  submit(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.submit(tx, act.by, id, act.version));
  }

  @route('recall', 'recallWorkReport', ['HUB_OFFICER'])
  recall(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.recall(tx, act.by, id, act.version));
  }

  @route('return', 'returnWorkReport', UPPER)
  return(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { answer }: ReportReturnInput,
  ): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.return(tx, act.by, id, act.version, answer));
  }

  @route('accept', 'acceptWorkReport', UPPER)
  accept(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { answer }: ReportAcceptInput,
  ): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.accept(tx, act.by, id, act.version, answer));
  }

  @route('publish', 'publishWorkReport', ['HUB_OFFICER'])
  publish(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<WorkReportDto> {
    return this.after(id, act, (tx) => this.reports.publish(tx, act.by, id, act.version));
  }

  private async after(id: string, { by, reply }: StepRequest, work: (tx: Tx) => Promise<void>): Promise<WorkReportDto> {
    await this.unitOfWork.run(by, work);
    const report = await this.reports.get(id, by);
    setEtag(reply, report.version);
    return presentReport(report);
  }
}
