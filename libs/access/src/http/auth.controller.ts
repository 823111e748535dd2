import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCookieAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowPublic, Operation, UnitOfWork } from '@app/platform';
import { ChangePassword } from '../application/change-password.js';
import { EndSession } from '../application/end-session.js';
import { OpenSession } from '../application/open-session.js';
import { RefreshSession } from '../application/refresh-session.js';
import type { Principal } from '../domain/principal.js';
import { AllowAnyone } from './allow.decorator.js';
import { CurrentPrincipal } from './current-principal.decorator.js';
import { ChangePasswordInput, LoginDto, LoginInput, UserDto } from './dto/auth.dto.js';
import type { LoggingIn } from './local.strategy.js';
import { LoginGuard } from './login.guard.js';
import { notLoggedIn } from './not-logged-in.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SessionAnswer } from './session-answer.js';
import { presentUser } from './user.presenter.js';

/** Logging in, staying so, and logging out. */
@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openSession: OpenSession,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: EndSession,
    private readonly changePassword: ChangePassword,
    private readonly answer: SessionAnswer,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('login')
  @HttpCode(200)
  @AllowPublic()
  @UseGuards(LoginGuard)
  @Operation({
    id: 'login',
    zh: '登录',
    en: 'Log in; five failures of a name from an address make it wait',
    errors: [401],
  })
  @ApiBody({ type: LoginInput })
  @ApiOkResponse({ type: LoginDto, description: 'sets the cookie refresh_token, for /api/v1/auth only' })
  async login(
    @Req() request: FastifyRequest & { user: LoggingIn },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginDto> {
    const { accountId, username } = request.user;
    const device = request.headers['user-agent'];
    const session = await this.unitOfWork.run({ accountId, name: username }, (tx) =>
      this.openSession.execute(tx, accountId, device),
    );
    return this.answer.give(reply, session);
  }

  @Post('refresh')
  @HttpCode(200)
  @AllowPublic()
  @Operation({
    id: 'refreshSession',
    zh: '换取新的访问令牌；已用过的刷新令牌再次出现时，会话立即终止',
    en: 'A new access token for the refresh cookie; a refresh token that comes a second time ends the session',
    errors: [401],
  })
  @ApiCookieAuth('refresh_token')
  @ApiOkResponse({ type: LoginDto })
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<LoginDto> {
    const token = this.cookie.read(request);
    const session = token ? await this.refreshSession.execute(token) : undefined;
    if (session) return this.answer.give(reply, session);
    this.cookie.clear(reply);
    throw notLoggedIn();
  }

  @Post('logout')
  @HttpCode(204)
  @AllowAnyone({ beforePasswordChange: true })
  @Operation({ id: 'logout', zh: '退出登录', en: 'End this session', errors: [404] })
  @ApiNoContentResponse()
  async logout(
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.unitOfWork.run(principal, (tx) => this.endSession.execute(tx, principal, principal.sessionId!));
    this.cookie.clear(reply);
  }

  @Get('me')
  @AllowAnyone({ beforePasswordChange: true })
  @Operation({ id: 'getMe', zh: '当前用户及其角色', en: 'Who I am and what roles I hold' })
  @ApiOkResponse({ type: UserDto })
  me(@CurrentPrincipal() principal: Principal): UserDto {
    return presentUser(principal);
  }

  @Post('password')
  @HttpCode(204)
  @AllowAnyone({ beforePasswordChange: true })
  @Operation({
    id: 'changePassword',
    zh: '修改密码，其他会话随即终止',
    en: 'Change my password; my other sessions end',
    errors: [422],
  })
  @ApiNoContentResponse()
  async password(
    @CurrentPrincipal() principal: Principal,
    @Body() { currentPassword, newPassword }: ChangePasswordInput,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    await this.changePassword.execute(principal, currentPassword, newPassword, ip);
  }
}
