import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { isUUID } from 'class-validator';
import { KeyRing } from '@app/platform';
import { PrincipalQueries } from '../application/principal.queries.js';
import type { Principal } from '../domain/principal.js';

type Done = (error: null, secret: string | undefined) => void;

/** Turns a bearer token into the principal that its session stands for now. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    keys: KeyRing,
    private readonly principals: PrincipalQueries,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request: unknown, token: string, done: Done) => done(null, secretOf(keys, token)),
      algorithms: ['HS256'],
    });
  }

  async validate({ sub, sid }: { sub?: unknown; sid?: unknown }): Promise<Principal | false> {
    if (!isUUID(sub) || !isUUID(sid)) return false;
    return (await this.principals.find(sub as string, sid as string)) ?? false;
  }
}

/** A token names the key that signed it: those of before a rotation are good until they expire. */
function secretOf(keys: KeyRing, token: string): string | undefined {
  try {
    const { kid } = JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString()) as { kid?: string };
    return kid === undefined ? undefined : keys.tokenSecret(kid);
  } catch {
    return undefined;
  }
}
