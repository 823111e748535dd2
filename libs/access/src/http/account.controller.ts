import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowPublic, ExpectedVersion, Operation, setEtag, UnitOfWork } from '@app/platform';
import { AccountQueries } from '../application/account.queries.js';
import { type AccountAction, ChangeAccountStatus } from '../application/change-account-status.js';
import { RegisterAccount } from '../application/register-account.js';
import type { Principal } from '../domain/principal.js';
import { presentAccount } from './account.presenter.js';
import { AllowRoles } from './allow.decorator.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { AccountDto, AccountPageDto, AccountQuery, RegisteredDto, RegistrationInput } from './dto/account.dto.js';

/** Registrations from one address: more than a family needs, less than a machine wants. */
const REGISTRATION_LIMIT = { rateLimit: { max: 60, timeWindow: '1 hour' } };

/** Accounts: made by whoever wants one, looked after by administrators. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registerAccount: RegisterAccount,
    private readonly changeStatus: ChangeAccountStatus,
    private readonly accounts: AccountQueries,
  ) {}

  @Post()
  @AllowPublic()
  @RouteConfig(REGISTRATION_LIMIT)
  @Operation({
    id: 'registerAccount',
    zh: '注册申请人账号',
    en: 'Make an account for yourself, as an applicant',
    errors: [422],
    idempotent: true,
  })
  @ApiCreatedResponse({ type: RegisteredDto })
  async register(@Body() input: RegistrationInput): Promise<RegisteredDto> {
    const id = await this.registerAccount.execute(input);
    return { id, username: input.username };
  }

  @Get()
  @AllowRoles('ADMINISTRATOR', 'AUDITOR')
  @Operation({ id: 'listAccounts', zh: '查找账号', en: 'Find accounts, with their roles' })
  @ApiOkResponse({ type: AccountPageDto })
  async list(@Query() query: AccountQuery): Promise<AccountPageDto> {
    const page = await this.accounts.find(query);
    return { ...page, items: page.items.map(presentAccount) };
  }

  @Get(':id')
  @AllowRoles('ADMINISTRATOR', 'AUDITOR')
  @Operation({ id: 'getAccount', zh: '账号', en: 'One account', errors: [404] })
  @ApiOkResponse({ type: AccountDto })
  get(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<AccountDto> {
    return this.present(id, reply);
  }

  @Post(':id/actions/disable')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'disableAccount',
    zh: '停用账号，其会话随即终止',
    en: 'Shut an account out, at once',
    errors: [404, 409, 422],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: AccountDto })
  disable(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountDto> {
    return this.change(principal, id, 'disable', version, reply);
  }

  @Post(':id/actions/enable')
  @HttpCode(200)
  @AllowRoles('ADMINISTRATOR')
  @Operation({
    id: 'enableAccount',
    zh: '启用账号',
    en: 'Let an account in again',
    errors: [404, 409],
    versioned: true,
    idempotent: true,
  })
  @ApiOkResponse({ type: AccountDto })
  enable(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @ExpectedVersion() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountDto> {
    return this.change(principal, id, 'enable', version, reply);
  }

  private async change(
    principal: Principal,
    id: string,
    action: AccountAction,
    version: number,
    reply: FastifyReply,
  ): Promise<AccountDto> {
    await this.unitOfWork.run(principal, async (tx) => {
      await this.changeStatus.execute(tx, id, action, version);
      tx.resource = `/api/v1/accounts/${id}`;
    });
    return this.present(id, reply);
  }

  private async present(id: string, reply: FastifyReply): Promise<AccountDto> {
    const row = await this.accounts.get(id);
    setEtag(reply, row.version);
    return presentAccount(row);
  }
}
