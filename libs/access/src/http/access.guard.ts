import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { NotPermitted } from '@app/kernel';
import { ROUTE_ACCESS, type RouteAccess } from '@app/platform';
import { holds, type Principal } from '../domain/principal.js';
import type { Role } from '../domain/roles.table.js';
import { notLoggedIn } from './not-logged-in.js';

/** Stands before every route: one that does not say who may call it is refused to everybody. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (!access) throw new NotPermitted();
    if (access.to === 'PUBLIC') return true;
    await super.canActivate(context);
    const { user } = context.switchToHttp().getRequest<{ user: Principal }>();
    if (user.mustChangePassword && !access.beforePasswordChange) throw passwordFirst();
    if (access.to === 'ROLES' && !access.roles?.some((role) => holds(user, role as Role))) throw new NotPermitted();
    return true;
  }

  override handleRequest<User>(error: Error | null, user: User | false): User {
    if (error) throw error;
    if (!user) throw notLoggedIn();
    return user;
  }
}

function passwordFirst(): NotPermitted {
  const en = 'You logged in with a one-time password; change it first (POST /api/v1/auth/password)';
  return new NotPermitted({ zh: '您使用一次性密码登录，请先修改密码（POST /api/v1/auth/password）', en });
}
