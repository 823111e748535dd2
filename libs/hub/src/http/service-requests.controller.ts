import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionOf, AllowRoles, CurrentPrincipal, type Principal, type Role, Step, type StepRequest } from '@app/access';
import { allowedActions } from '@app/kernel';
import { Operation, PageQuery, setEtag, UnitOfWork, type Page } from '@app/platform';
import { ServiceRequests, type RequestAnswer, type ServiceRequest } from '../application/desk/service-requests.js';
import { SERVICE_REQUEST, type RequestAction } from '../domain/desk/desk.workflow.js';
import { DESK_READERS, partiesIn } from '../domain/hub.policy.js';
import {
  FulfilRequestInput,
  RequestAnswerInput,
  ServiceRequestDto,
  ServiceRequestInput,
  ServiceRequestPageDto,
} from './dto/services.dto.js';

const OF = { zh: '服务需求', en: 'A request for a service' };
const route = (action: RequestAction, id: string, roles: readonly [Role, ...Role[]]) =>
  ActionOf(action, { id, roles, title: SERVICE_REQUEST.actions[action], of: OF, type: ServiceRequestDto });

/** What members ask of their hub. */
@ApiTags('hub-desk')
@Controller()
export class ServiceRequestsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ServiceRequests,
  ) {}

  @Post('hub-service-requests')
  @AllowRoles('ORGANIZATION_AGENT')
  @Operation({
    id: 'fileServiceRequest',
    zh: '提出服务需求',
    en: 'Ask a hub for a service',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: ServiceRequestDto })
  async file(
    @CurrentPrincipal() agent: Principal,
    @Body() input: ServiceRequestInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServiceRequestDto> {
    const id = await this.unitOfWork.run(agent, (tx) => this.requests.file(tx, agent, input));
    void reply.header('location', `/api/v1/hub-service-requests/${id}`);
    return answerRequest(await this.requests.get(id, agent), agent, reply);
  }

  @Get('hub-service-requests')
  @AllowRoles('ORGANIZATION_AGENT')
  @Operation({ id: 'listServiceRequests', zh: '我的服务需求', en: 'What my organizations asked for, newest first' })
  @ApiOkResponse({ type: ServiceRequestPageDto })
  async own(
    @CurrentPrincipal() agent: Principal,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<ServiceRequestPageDto> {
    return present(await this.requests.own(agent, limit, cursor), agent);
  }

  @Get('hubs/:code/service-requests')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'listServiceRequestsOfHub',
    zh: '成员的服务需求',
    en: 'What members asked a hub for, newest first',
    errors: [404],
  })
  @ApiOkResponse({ type: ServiceRequestPageDto })
  async ofHub(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<ServiceRequestPageDto> {
    return present(await this.requests.ofHub(reader, code, limit, cursor), reader);
  }

  @Get('hub-service-requests/:id')
  @AllowRoles(...DESK_READERS, 'ORGANIZATION_AGENT')
  @Operation({ id: 'getServiceRequest', zh: '查看服务需求', en: 'Read a request for a service', errors: [404] })
  @ApiOkResponse({ type: ServiceRequestDto })
  async get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServiceRequestDto> {
    return answerRequest(await this.requests.get(id, reader), reader, reply);
  }
}

/** What becomes of a request. */
@ApiTags('hub-desk')
@Controller('hub-service-requests')
export class ServiceRequestActionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: ServiceRequests,
  ) {}

  @route('take-up', 'takeUpServiceRequest', ['HUB_OFFICER'])
  takeUp(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: RequestAnswerInput,
  ): Promise<ServiceRequestDto> {
    return this.act(id, act, 'take-up', input);
  }

  @route('decline', 'declineServiceRequest', ['HUB_OFFICER'])
  decline(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: RequestAnswerInput,
  ): Promise<ServiceRequestDto> {
    return this.act(id, act, 'decline', input);
  }

  @route('fulfil', 'fulfilServiceRequest', ['HUB_OFFICER'])
  fulfil(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() input: FulfilRequestInput,
  ): Promise<ServiceRequestDto> {
    return this.act(id, act, 'fulfil', input);
  }

  @route('withdraw', 'withdrawServiceRequest', ['ORGANIZATION_AGENT'])
  withdraw(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<ServiceRequestDto> {
    return this.act(id, act, 'withdraw');
  }

  private async act(
    id: string,
    { by, version, reply }: StepRequest,
    action: RequestAction,
    answer?: Partial<RequestAnswer>,
  ): Promise<ServiceRequestDto> {
    await this.unitOfWork.run(by, (tx) => this.requests.act(tx, by, id, version, action, answer));
    return answerRequest(await this.requests.get(id, by), by, reply);
  }
}

function answerRequest(request: ServiceRequest, reader: Principal, reply: FastifyReply): ServiceRequestDto {
  setEtag(reply, request.version);
  return presentRequest(request, reader);
}

function presentRequest(request: ServiceRequest, reader: Principal): ServiceRequestDto {
  return { ...request, allowedActions: allowedActions(SERVICE_REQUEST, request.state, partiesIn(reader, request)) };
}

function present(page: Page<ServiceRequest>, reader: Principal): ServiceRequestPageDto {
  return { ...page, items: page.items.map((request) => presentRequest(request, reader)) };
}
