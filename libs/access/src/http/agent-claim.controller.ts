import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExpectedVersion, Operation, setEtag, UnitOfWork } from '@app/platform';
import { AgentClaimQueries } from '../application/agent-claim.queries.js';
import { type ClaimDecision, DecideAgentClaim } from '../application/decide-agent-claim.js';
import { FileAgentClaim } from '../application/file-agent-claim.js';
import type { Principal } from '../domain/principal.js';
import { AllowAnyone, AllowRoles } from './allow.decorator.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { AgentClaimDto, AgentClaimInput, AgentClaimPageDto, AgentClaimQuery } from './dto/agent-claim.dto.js';
import { ConfirmInput, RefusalInput } from './dto/role-grant.dto.js';
import { presentAgentClaim } from './matter.presenter.js';
import { RecordIdPipe } from './record-id.pipe.js';

/** How an account comes to act for an organization. */
@ApiTags('agent-claims')
@Controller('agent-claims')
export class AgentClaimController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly file: FileAgentClaim,
    private readonly decide: DecideAgentClaim,
    private readonly claims: AgentClaimQueries,
  ) {}

  @Post()
  @AllowAnyone()
  @Operation({
    id: 'fileAgentClaim',
    zh: '申请成为社会组织经办人',
    en: 'Say that you act for an organization',
    errors: [422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: AgentClaimDto })
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body() input: AgentClaimInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgentClaimDto> {
    const id = await this.unitOfWork.run(principal, async (tx) => {
      const made = await this.file.execute(tx, principal, input);
      tx.resource = pathOf(made);
      return made;
    });
    void reply.header('location', pathOf(id));
    return this.present(principal, id, reply);
  }

  @Get()
  @AllowAnyone()
  @Operation({
    id: 'listAgentClaims',
    zh: '经办人申请：本人的，以及本人管辖范围内的',
    en: 'My own claims, and those in my jurisdiction as an acceptance officer',
  })
  @ApiOkResponse({ type: AgentClaimPageDto })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: AgentClaimQuery): Promise<AgentClaimPageDto> {
    const page = await this.claims.find(principal, query);
    return { ...page, items: page.items.map((row) => presentAgentClaim(row, principal)) };
  }

  @Get(':id')
  @AllowAnyone()
  @Operation({ id: 'getAgentClaim', zh: '经办人申请', en: 'One claim', errors: [404] })
  @ApiOkResponse({ type: AgentClaimDto })
  get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgentClaimDto> {
    return this.present(principal, id, reply);
  }

  @Post(':id/actions/verify')
  @HttpCode(200)
  @AllowRoles('ACCEPTANCE_OFFICER')
  @Operation({
    id: 'verifyAgentClaim',
    zh: '核实经办人身份',
    en: 'Find a claim true: the claimant becomes the agent',
    errors: [404, 409, 422],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: AgentClaimDto })
  verify(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: ConfirmInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgentClaimDto> {
    return this.act(principal, { id, action: 'verify', reason, version }, reply);
  }

  @Post(':id/actions/reject')
  @HttpCode(200)
  @AllowRoles('ACCEPTANCE_OFFICER')
  @Operation({
    id: 'rejectAgentClaim',
    zh: '驳回经办人申请',
    en: 'Reject a claim',
    errors: [404, 409],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: AgentClaimDto })
  reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: RefusalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgentClaimDto> {
    return this.act(principal, { id, action: 'reject', reason, version }, reply);
  }

  private async act(principal: Principal, decision: ClaimDecision, reply: FastifyReply): Promise<AgentClaimDto> {
    await this.unitOfWork.run(principal, async (tx) => {
      await this.decide.execute(tx, principal, decision);
      tx.resource = pathOf(decision.id);
    });
    return this.present(principal, decision.id, reply);
  }

  private async present(principal: Principal, id: string, reply: FastifyReply): Promise<AgentClaimDto> {
    const row = await this.claims.get(principal, id);
    setEtag(reply, row.version);
    return presentAgentClaim(row, principal);
  }
}

function pathOf(id: string): string {
  return `/api/v1/agent-claims/${id}`;
}
