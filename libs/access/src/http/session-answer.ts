import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { FastifyReply } from 'fastify';
import { KeyRing } from '@app/platform';
import type { OpenedSession } from '../application/open-session.js';
import { PrincipalQueries } from '../application/principal.queries.js';
import { LIFETIMES } from '../domain/session.table.js';
import type { LoginDto } from './dto/auth.dto.js';
import { notLoggedIn } from './not-logged-in.js';
import { RefreshCookie } from './refresh-cookie.js';
import { presentUser } from './user.presenter.js';

/** Answers with a session: the access token in the body, the refresh token in its cookie. */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly jwt: JwtService,
    private readonly principals: PrincipalQueries,
    private readonly cookie: RefreshCookie,
    private readonly keys: KeyRing,
  ) {}

  /** @throws HttpProblem 401 when the session ended this very moment. */
  async give(reply: FastifyReply, { accountId, sessionId, refreshToken }: OpenedSession): Promise<LoginDto> {
    const principal = await this.principals.find(accountId, sessionId);
    if (!principal) throw notLoggedIn();
    this.cookie.write(reply, refreshToken);
    void reply.header('cache-control', 'no-store');
    const token = { secret: this.keys.tokenSecret(), keyid: this.keys.current };
    const accessToken = await this.jwt.signAsync({ sub: accountId, sid: sessionId }, token);
    return { accessToken, expiresIn: LIFETIMES.accessToken, user: presentUser(principal) };
  }
}
