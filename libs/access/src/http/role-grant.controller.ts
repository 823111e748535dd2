import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExpectedVersion, Operation, setEtag, UnitOfWork } from '@app/platform';
import { DecideRoleGrant, type GrantDecision } from '../application/decide-role-grant.js';
import { ProposeRoleGrant } from '../application/propose-role-grant.js';
import { RoleGrantQueries } from '../application/role-grant.queries.js';
import type { Principal } from '../domain/principal.js';
import { AllowRoles } from './allow.decorator.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import {
  ConfirmInput,
  RefusalInput,
  RoleGrantDto,
  RoleGrantPageDto,
  RoleGrantQuery,
  RoleProposalInput,
} from './dto/role-grant.dto.js';
import { presentRoleGrant } from './matter.presenter.js';
import { RecordIdPipe } from './record-id.pipe.js';

const DECISION = { errors: [404, 409], versioned: true, idempotent: true };

/** Roles: one administrator proposes, another confirms; one takes back. */
@ApiTags('role-grants')
@Controller()
export class RoleGrantController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly propose: ProposeRoleGrant,
    private readonly decide: DecideRoleGrant,
    private readonly grants: RoleGrantQueries,
  ) {}

  @Post('accounts/:id/role-grants')
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'proposeRoleGrant',
    zh: '提议授予角色（须另一管理员确认）',
    en: 'Propose a role; another administrator confirms it',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: RoleGrantDto })
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) accountId: string,
    @Body() { role, scope, reason }: RoleProposalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantDto> {
    const id = await this.unitOfWork.run(principal, async (tx) => {
      const made = await this.propose.execute(tx, principal, { accountId, role, scope: scope ?? null, reason });
      tx.resource = pathOf(made);
      return made;
    });
    void reply.header('location', pathOf(id));
    return this.present(principal, id, reply);
  }

  @Get('role-grants')
  @AllowRoles('ADMINISTRATOR', 'AUDITOR')
  @Operation({ id: 'listRoleGrants', zh: '角色授予记录', en: 'Roles proposed, given and taken, newest first' })
  @ApiOkResponse({ type: RoleGrantPageDto })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: RoleGrantQuery): Promise<RoleGrantPageDto> {
    const page = await this.grants.find(query);
    return { ...page, items: page.items.map((row) => presentRoleGrant(row, principal)) };
  }

  @Get('role-grants/:id')
  @AllowRoles('ADMINISTRATOR', 'AUDITOR')
  @Operation({ id: 'getRoleGrant', zh: '角色授予', en: 'One role grant', errors: [404] })
  @ApiOkResponse({ type: RoleGrantDto })
  get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantDto> {
    return this.present(principal, id, reply);
  }

  @Post('role-grants/:id/actions/confirm')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'confirmRoleGrant',
    zh: '确认授予角色',
    en: 'Confirm a role that another administrator proposed',
    ...DECISION,
  })
  @ApiOkResponse({ type: RoleGrantDto })
  confirm(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: ConfirmInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantDto> {
    return this.act(principal, { id, action: 'confirm', reason, version }, reply);
  }

  @Post('role-grants/:id/actions/reject')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'rejectRoleGrant',
    zh: '驳回授予角色',
    en: 'Reject a role that another administrator proposed',
    ...DECISION,
  })
  @ApiOkResponse({ type: RoleGrantDto })
  reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: RefusalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantDto> {
    return this.act(principal, { id, action: 'reject', reason, version }, reply);
  }

  @Post('role-grants/:id/actions/revoke')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({ id: 'revokeRoleGrant', zh: '收回角色，立即生效', en: 'Take a role back, at once', ...DECISION })
  @ApiOkResponse({ type: RoleGrantDto })
  revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: RefusalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleGrantDto> {
    return this.act(principal, { id, action: 'revoke', reason, version }, reply);
  }

  private async act(principal: Principal, decision: GrantDecision, reply: FastifyReply): Promise<RoleGrantDto> {
    await this.unitOfWork.run(principal, async (tx) => {
      await this.decide.execute(tx, principal, decision);
      tx.resource = pathOf(decision.id);
    });
    return this.present(principal, decision.id, reply);
  }

  private async present(principal: Principal, id: string, reply: FastifyReply): Promise<RoleGrantDto> {
    const row = await this.grants.get(id);
    setEtag(reply, row.version);
    return presentRoleGrant(row, principal);
  }
}

function pathOf(id: string): string {
  return `/api/v1/role-grants/${id}`;
}
