import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { isUUID } from 'class-validator';
import { KeyRing } from '@app/platform';
import { PrincipalQueries } from '../application/principal.queries.js';
import type { Principal } from '../domain/principal.js';

/** Turns a bearer token into the principal that its session stands for now. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    keys: KeyRing,
    private readonly principals: PrincipalQueries,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: keys.tokenSecret,
      algorithms: ['HS256'],
    });
  }

  async validate({ sub, sid }: { sub?: unknown; sid?: unknown }): Promise<Principal | false> {
    if (!isUUID(sub) || !isUUID(sid)) return false;
    return (await this.principals.find(sub as string, sid as string)) ?? false;
  }
}
