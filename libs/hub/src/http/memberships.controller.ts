import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionOf, AllowRoles, CurrentPrincipal, type Principal, type Role, Step, type StepRequest } from '@app/access';
import { allowedActions } from '@app/kernel';
import { Operation, PageQuery, setEtag, UnitOfWork, type Page } from '@app/platform';
import { Memberships, type MembershipRequest } from '../application/desk/memberships.js';
import { MEMBERSHIP, type MembershipAction } from '../domain/desk/desk.workflow.js';
import { DESK_READERS, partiesIn } from '../domain/hub.policy.js';
import {
  MembershipAnswerInput,
  MembershipDto,
  MembershipInput,
  MembershipPageDto,
  MembershipRefusalInput,
} from './dto/memberships.dto.js';

const OF = { zh: '加入或退出枢纽', en: 'Joining or leaving a hub' };
const route = (action: MembershipAction, id: string, roles: readonly [Role, ...Role[]]) =>
  ActionOf(action, { id, roles, title: MEMBERSHIP.actions[action], of: OF, type: MembershipDto });

/** Organizations that ask to join a hub, or to leave it. */
@ApiTags('hub-desk')
@Controller()
export class MembershipsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: Memberships,
  ) {}

  @Post('hub-memberships')
  @AllowRoles('ORGANIZATION_AGENT')
  @Operation({
    id: 'fileMembershipRequest',
    zh: '申请加入或退出枢纽',
    en: 'Ask to join or to leave a hub',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: MembershipDto })
  async file(
    @CurrentPrincipal() agent: Principal,
    @Body() input: MembershipInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MembershipDto> {
    const id = await this.unitOfWork.run(agent, (tx) => this.memberships.file(tx, agent, input));
    void reply.header('location', `/api/v1/hub-memberships/${id}`);
    return answerMembership(await this.memberships.get(id, agent), agent, reply);
  }

  @Get('hub-memberships')
  @AllowRoles('ORGANIZATION_AGENT')
  @Operation({
    id: 'listMembershipRequests',
    zh: '我的加入或退出申请',
    en: 'What my organizations asked, newest first',
  })
  @ApiOkResponse({ type: MembershipPageDto })
  async own(@CurrentPrincipal() agent: Principal, @Query() { limit, cursor }: PageQuery): Promise<MembershipPageDto> {
    return present(await this.memberships.own(agent, limit, cursor), agent);
  }

  @Get('hubs/:code/memberships')
  @AllowRoles(...DESK_READERS)
  @Operation({
    id: 'listMembershipsOfHub',
    zh: '枢纽收到的加入或退出申请',
    en: 'Who asked to join or leave a hub, newest first',
    errors: [404],
  })
  @ApiOkResponse({ type: MembershipPageDto })
  async ofHub(
    @CurrentPrincipal() reader: Principal,
    @Param('code') code: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<MembershipPageDto> {
    return present(await this.memberships.ofHub(reader, code, limit, cursor), reader);
  }

  @Get('hub-memberships/:id')
  @AllowRoles(...DESK_READERS, 'ORGANIZATION_AGENT')
  @Operation({
    id: 'getMembershipRequest',
    zh: '查看加入或退出申请',
    en: 'Read a request to join or leave',
    errors: [404],
  })
  @ApiOkResponse({ type: MembershipDto })
  async get(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MembershipDto> {
    return answerMembership(await this.memberships.get(id, reader), reader, reply);
  }
}

/** What becomes of a request to join or leave. */
@ApiTags('hub-desk')
@Controller('hub-memberships')
export class MembershipActionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly memberships: Memberships,
  ) {}

  @route('accept', 'acceptMembership', ['HUB_OFFICER'])
  accept(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { answer }: MembershipAnswerInput,
  ): Promise<MembershipDto> {
    return this.act(id, act, 'accept', answer);
  }

  @route('refuse', 'refuseMembership', ['HUB_OFFICER'])
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Step() act: StepRequest,
    @Body() { answer }: MembershipRefusalInput,
  ): Promise<MembershipDto> {
    return this.act(id, act, 'refuse', answer);
  }

  @route('withdraw', 'withdrawMembership', ['ORGANIZATION_AGENT'])
  withdraw(@Param('id', ParseUUIDPipe) id: string, @Step() act: StepRequest): Promise<MembershipDto> {
    return this.act(id, act, 'withdraw');
  }

  private async act(
    id: string,
    { by, version, reply }: StepRequest,
    action: MembershipAction,
    answer?: string,
  ): Promise<MembershipDto> {
    await this.unitOfWork.run(by, (tx) => this.memberships.act(tx, by, id, version, action, answer));
    return answerMembership(await this.memberships.get(id, by), by, reply);
  }
}

function answerMembership(request: MembershipRequest, reader: Principal, reply: FastifyReply): MembershipDto {
  setEtag(reply, request.version);
  return presentMembership(request, reader);
}

function presentMembership(request: MembershipRequest, reader: Principal): MembershipDto {
  return { ...request, allowedActions: allowedActions(MEMBERSHIP, request.state, partiesIn(reader, request)) };
}

function present(page: Page<MembershipRequest>, reader: Principal): MembershipPageDto {
  return { ...page, items: page.items.map((request) => presentMembership(request, reader)) };
}
