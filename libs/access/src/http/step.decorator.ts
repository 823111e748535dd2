import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expectedVersion } from '@app/platform';
import type { Principal } from '../domain/principal.js';

/** Who takes a step, at which version he read, and how he is to be answered. */
export interface StepRequest {
  readonly by: Principal;
  readonly version: number;
  readonly reply: FastifyReply;
  readonly acceptLanguage?: string;
}

/** The caller and the version of a step. 428 without If-Match. */
export const Step = createParamDecorator((_: unknown, context: ExecutionContext): StepRequest => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { user: Principal }>();
  return {
    by: request.user,
    version: expectedVersion(request),
    reply: context.switchToHttp().getResponse<FastifyReply>(),
    acceptLanguage: request.headers['accept-language'],
  };
});
