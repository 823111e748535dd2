import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  Post,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowRoles, type Principal, type Role } from '@app/access';
import type { Bilingual } from '@app/kernel';
import { expectedVersion, Operation } from '@app/platform';

/** Who acts, at which version he read, and how he is to be answered. */
export interface Acting {
  readonly by: Principal;
  readonly version: number;
  readonly reply: FastifyReply;
  readonly acceptLanguage?: string;
}

/** The caller and the version of an action. 428 without If-Match. */
export const Act = createParamDecorator((_: unknown, context: ExecutionContext): Acting => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { user: Principal }>();
  return {
    by: request.user,
    version: expectedVersion(request),
    reply: context.switchToHttp().getResponse<FastifyReply>(),
    acceptLanguage: request.headers['accept-language'],
  };
});

export interface ActionRoute {
  readonly id: string;
  readonly roles: readonly [Role, ...Role[]];
  /** What the action is called in its table, and what it is done to. */
  readonly title: Bilingual;
  readonly of: Bilingual;
  readonly type: Type<unknown>;
}

/** The route of one action of a record: `POST …/{id}/actions/{action}`. */
export function ActionOf(action: string, { id, roles, title, of, type }: ActionRoute): MethodDecorator {
  return applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    AllowRoles(...roles),
    Operation({
      id,
      zh: `${of.zh}：${title.zh}`,
      en: `${of.en}: ${title.en}`,
      errors: [404, 409, 422],
      versioned: true,
      idempotent: true,
    }),
    ApiOkResponse({ type }),
  );
}
