import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExpectedVersion, Operation, setEtag, UnitOfWork } from '@app/platform';
import { DecidePasswordReset } from '../application/decide-password-reset.js';
import { PasswordResetQueries } from '../application/password-reset.queries.js';
import { ProposePasswordReset } from '../application/propose-password-reset.js';
import type { Principal } from '../domain/principal.js';
import { AllowRoles } from './allow.decorator.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import {
  ConfirmedResetDto,
  PasswordResetDto,
  PasswordResetPageDto,
  PasswordResetQuery,
} from './dto/password-reset.dto.js';
import { ConfirmInput, RefusalInput } from './dto/role-grant.dto.js';
import { presentPasswordReset } from './matter.presenter.js';
import { RecordIdPipe } from './record-id.pipe.js';

/** Lost passwords: one administrator proposes a new one, another gives it. */
@ApiTags('password-resets')
@Controller()
export class PasswordResetController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly propose: ProposePasswordReset,
    private readonly decide: DecidePasswordReset,
    private readonly resets: PasswordResetQueries,
  ) {}

  @Post('accounts/:id/password-resets')
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'proposePasswordReset',
    zh: '提议重置密码（须另一管理员确认）',
    en: 'Propose a new password for an account; another administrator confirms it',
    errors: [404, 422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: PasswordResetDto })
  async create(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) accountId: string,
    @Body() { reason }: RefusalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasswordResetDto> {
    const id = await this.unitOfWork.run(principal, async (tx) => {
      const made = await this.propose.execute(tx, principal, accountId, reason);
      tx.resource = pathOf(made);
      return made;
    });
    void reply.header('location', pathOf(id));
    return this.present(principal, id, reply);
  }

  @Get('password-resets')
  @AllowRoles('ADMINISTRATOR', 'AUDITOR')
  @Operation({ id: 'listPasswordResets', zh: '密码重置记录', en: 'Password resets, newest first' })
  @ApiOkResponse({ type: PasswordResetPageDto })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: PasswordResetQuery,
  ): Promise<PasswordResetPageDto> {
    const page = await this.resets.find(query);
    return { ...page, items: page.items.map((row) => presentPasswordReset(row, principal)) };
  }

  @Get('password-resets/:id')
  @AllowRoles('ADMINISTRATOR', 'AUDITOR')
  @Operation({ id: 'getPasswordReset', zh: '密码重置', en: 'One password reset', errors: [404] })
  @ApiOkResponse({ type: PasswordResetDto })
  get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasswordResetDto> {
    return this.present(principal, id, reply);
  }

  // No Idempotency-Key: its answers are kept for a week, and this one must be kept nowhere.
  @Post('password-resets/:id/actions/confirm')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'confirmPasswordReset',
    zh: '确认重置密码，一次性密码仅显示一次',
    en: 'Confirm a reset; the one-time password is shown once',
    errors: [404, 409],
    versioned: true,
  })
  @ApiOkResponse({ type: ConfirmedResetDto })
  async confirm(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: ConfirmInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfirmedResetDto> {
    const decision = { id, action: 'confirm', reason, version } as const;
    const password = await this.unitOfWork.run(principal, (tx) => this.decide.execute(tx, principal, decision));
    void reply.header('cache-control', 'no-store');
    return { ...(await this.present(principal, id, reply)), oneTimePassword: password! };
  }

  @Post('password-resets/:id/actions/reject')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'rejectPasswordReset',
    zh: '驳回重置密码',
    en: 'Reject a reset',
    errors: [404, 409],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: PasswordResetDto })
  async reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', RecordIdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() { reason }: RefusalInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasswordResetDto> {
    await this.unitOfWork.run(principal, async (tx) => {
      await this.decide.execute(tx, principal, { id, action: 'reject', reason, version });
      tx.resource = pathOf(id);
    });
    return this.present(principal, id, reply);
  }

  private async present(principal: Principal, id: string, reply: FastifyReply): Promise<PasswordResetDto> {
    const row = await this.resets.get(id);
    setEtag(reply, row.version);
    return presentPasswordReset(row, principal);
  }
}

function pathOf(id: string): string {
  return `/api/v1/password-resets/${id}`;
}
