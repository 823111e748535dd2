import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionOf, AllowRoles, CurrentPrincipal, type Principal, type Role, Step, type StepRequest } from '@app/access';
import { StepEngine } from '@app/casework';
import { Operation, PageQuery, UnitOfWork, type Tx } from '@app/platform';
import { GovernanceQueries } from '../application/governance/governance.queries.js';
import { OrderMeasure } from '../application/governance/order-measure.js';
import { ProposeMeasure } from '../application/governance/propose-measure.js';
import { MEASURE, type MeasureAction } from '../domain/governance/measure.workflow.js';
import {
  GroupDecisionInput,
  HubCasePageDto,
  HubReasonInput,
  MeasureDto,
  MeasureInput,
  NewMeasureInput,
  OptionalHubReasonInput,
} from './dto/governance.dto.js';
import { GovernanceAnswer } from './governance-answer.js';

const OF = { zh: '枢纽管理措施', en: 'A measure on a hub' };
const route = (action: MeasureAction, id: string, roles: readonly [Role, ...Role[]]) =>
  ActionOf(action, { id, roles, title: MEASURE.actions[action], of: OF, type: MeasureDto });

/** 告诫、解除告诫、变更上级、取消认定: what becomes of a recognized hub. */
@ApiTags('hub-governance')
@Controller('hub-measures')
export class MeasuresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: GovernanceQueries,
    private readonly proposeMeasure: ProposeMeasure,
    private readonly orderMeasure: OrderMeasure,
    private readonly engine: StepEngine,
    private readonly answer: GovernanceAnswer,
  ) {}

  @Post()
  @AllowRoles('REVIEW_OFFICER')
  @Operation({
    id: 'createHubMeasure',
    zh: '起草枢纽管理措施',
    en: 'Draft a measure on a hub',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: MeasureDto })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() { hub, ...input }: NewMeasureInput,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<MeasureDto> {
    const id = await this.unitOfWork.run(by, (tx) => this.proposeMeasure.create(tx, by, hub, input));
    void reply.header('location', `/api/v1/hub-measures/${id}`);
    return this.answer.measure(id, { by, reply, acceptLanguage });
  }

  @Get()
  @AllowRoles('REVIEW_OFFICER')
  @Operation({ id: 'listHubMeasures', zh: '我的枢纽管理措施', en: 'The measures that I opened, newest first' })
  @ApiOkResponse({ type: HubCasePageDto })
  list(@CurrentPrincipal() reader: Principal, @Query() { limit, cursor }: PageQuery): Promise<HubCasePageDto> {
    return this.queries.listOwn('hub-measure', reader, limit, cursor);
  }

  @Get(':id')
  @AllowRoles('REVIEW_OFFICER', 'LEADING_GROUP_OFFICER', 'AUDITOR')
  @Operation({
    id: 'getHubMeasure',
    zh: '查看枢纽管理措施',
    en: 'Read a measure on a hub with its steps',
    errors: [404],
  })
  @ApiOkResponse({ type: MeasureDto })
  get(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<MeasureDto> {
    return this.answer.measure(id, { by, reply, acceptLanguage });
  }

  @Put(':id')
  @AllowRoles('REVIEW_OFFICER')
  @Operation({
    id: 'updateHubMeasure',
    zh: '修改枢纽管理措施',
    en: 'Write over the draft of a measure',
    errors: [404, 409, 422],
    versioned: true,
  })
  @ApiOkResponse({ type: MeasureDto })
  update(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: MeasureInput,
  ): Promise<MeasureDto> {
    return this.after(id, act, (tx) => this.proposeMeasure.update(tx, act.by, id, act.version, input));
  }

  @route('propose', 'proposeHubMeasure', ['REVIEW_OFFICER'])
  propose(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<MeasureDto> {
    return this.after(id, act, (tx) => this.proposeMeasure.propose(tx, act.by, id, act.version));
  }

  @route('order', 'orderHubMeasure', ['LEADING_GROUP_OFFICER'])
  order(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: GroupDecisionInput,
  ): Promise<MeasureDto> {
    return this.after(id, act, (tx) => this.orderMeasure.execute(tx, act.by, id, act.version, input));
  }

  @route('reject', 'rejectHubMeasure', ['LEADING_GROUP_OFFICER'])
  reject(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { reason }: HubReasonInput,
  ): Promise<MeasureDto> {
    return this.take(id, act, 'reject', reason);
  }

  @route('return', 'returnHubMeasure', ['LEADING_GROUP_OFFICER'])
  return(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { reason }: HubReasonInput,
  ): Promise<MeasureDto> {
    return this.take(id, act, 'return', reason);
  }

  @route('withdraw', 'withdrawHubMeasure', ['REVIEW_OFFICER'])
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { reason }: OptionalHubReasonInput,
  ): Promise<MeasureDto> {
    return this.take(id, act, 'withdraw', reason);
  }

  private take(id: string, act: StepRequest, action: MeasureAction, reason?: string): Promise<MeasureDto> {
    const input = { expectedVersion: act.version, reason };
    return this.after(id, act, async (tx) => void (await this.engine.take(tx, MEASURE, id, action, act.by, input)));
  }

  private async after(id: string, act: StepRequest, work: (tx: Tx) => Promise<void>): Promise<MeasureDto> {
    await this.unitOfWork.run(act.by, work);
    return this.answer.measure(id, act);
  }
}
