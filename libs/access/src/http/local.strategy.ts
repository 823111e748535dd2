import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { type IStrategyOptionsWithRequest, Strategy } from 'passport-local';
import { VerifyPassword } from '../application/verify-password.js';

/** Who has shown a name and a password, and has no session yet. */
export interface LoggingIn {
  readonly accountId: string;
  readonly username: string;
}

const OPTIONS: IStrategyOptionsWithRequest = { passReqToCallback: true, session: false };

/** Checks the name and the password of a login. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly verifyPassword: VerifyPassword) {
    super(OPTIONS);
  }

  async validate({ ip }: FastifyRequest, username: string, password: string): Promise<LoggingIn | false> {
    const account = await this.verifyPassword.execute(username, password, ip);
    return account ? { accountId: account.id, username: account.username } : false;
  }
}
