import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '@app/platform';
import { LIFETIMES } from '../domain/session.table.js';

const NAME = 'refresh_token';

/** The cookie that holds a refresh token: no script reads it, no other site's page sends it, no other path gets it. */
@Injectable()
export class RefreshCookie {
  private readonly options: { path: string; httpOnly: true; sameSite: 'strict'; secure: boolean };

  constructor({ publicUrl }: Settings) {
    const secure = publicUrl?.startsWith('https:') ?? false;
    this.options = { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict', secure };
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[NAME];
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(NAME, token, { ...this.options, maxAge: LIFETIMES.sessionIdle });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, this.options);
  }
}
