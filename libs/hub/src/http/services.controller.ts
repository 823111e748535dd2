import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionOf, AllowRoles, CurrentPrincipal, type Principal, Step, type StepRequest } from '@app/access';
import { Operation, PageQuery, setEtag, UnitOfWork, type Page, type Tx } from '@app/platform';
import { Services, type Service } from '../application/desk/services.js';
import { DESK_READERS } from '../domain/hub.policy.js';
import { ServiceDto, ServiceInput, ServiceOutcomeInput, ServicePageDto } from './dto/services.dto.js';

const OF = { zh: '枢纽服务', en: 'A service of a hub' };

/** The services that a hub gives its members, with what came of them. */
@ApiTags('hub-desk')
@Controller()
export class ServicesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly services: Services,
  ) {}

  @Post('hubs/:code/services')
  @AllowRoles('HUB_OFFICER')
  @Operation({
    id: 'giveHubService',
    zh: '登记服务活动',
    en: 'Enter a service to members',
    errors: [404, 409, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: ServiceDto })
  async give(
    @CurrentPrincipal() by: Principal,
    @Param('code') code: string,
    @Body() input: ServiceInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServiceDto> {
    const id = await this.unitOfWork.run(by, (tx) => this.services.give(tx, by, code, input));
    void reply.header('location', `/api/v1/hub-services/${id}`);
    return this.answer(id, by, reply);
  }

  @Get('hubs/:code/services')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'listServicesOfHub',
    zh: '枢纽的服务活动',
    en: 'The services of a hub, newest first',
    errors: [404],
  })
  @ApiOkResponse({ type: ServicePageDto })
  async list(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<ServicePageDto> {
    return (await this.services.list(reader, code, limit, cursor)) as Page<ServiceDto>;
  }

  @Get('hub-services/:id')
  @AllowRoles(...DESK_READERS)
  @Operation({ id: 'getHubService', zh: '查看服务活动', en: 'Read a service', errors: [404] })
  @ApiOkResponse({ type: ServiceDto })
  get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ServiceDto> {
    return this.answer(id, reader, reply);
  }

  private async answer(id: string, reader: Principal, reply: FastifyReply): Promise<ServiceDto> {
    const service = await this.services.get(reader, id);
    setEtag(reply, service.version);
    return presentService(service);
  }
}

/** What came of a service, and its publication. */
@ApiTags('hub-desk')
@Controller('hub-services')
export class ServiceOutcomesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly services: Services,
  ) {}

  @ActionOf('complete', {
    id: 'completeHubService',
    roles: ['HUB_OFFICER'],
    title: { zh: '办结', en: 'complete' },
    of: OF,
    type: ServiceDto,
  })
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { outcome }: ServiceOutcomeInput,
  ): Promise<ServiceDto> {
    return this.after(id, act, (tx) => this.services.complete(tx, act.by, id, act.version, outcome));
  }

  @ActionOf('publish', {
    id: 'publishHubService',
    roles: ['HUB_OFFICER'],
    title: { zh: '公布', en: 'publish' },
    of: OF,
    type: ServiceDto,
  })
  publish(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<ServiceDto> {
    return this.after(id, act, (tx) => this.services.publish(tx, act.by, id, act.version));
  }

  private async after(id: string, { by, reply }: StepRequest, work: (tx: Tx) => Promise<void>): Promise<ServiceDto> {
    await this.unitOfWork.run(by, work);
    const service = await this.services.get(by, id);
    setEtag(reply, service.version);
    return presentService(service);
  }
}

function presentService({ participants, ...service }: Service): ServiceDto {
  return { ...service, participants: [...participants] };
}
