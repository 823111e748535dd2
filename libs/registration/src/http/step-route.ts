import { applyDecorators, createParamDecorator, HttpCode, Post, type ExecutionContext } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowRoles, type Principal, type Role } from '@app/access';
import { expectedVersion, Operation } from '@app/platform';
import { ESTABLISHMENT, type EstablishmentAction } from '../domain/establishment.workflow.js';
import { RegistrationDto } from './dto/registration.dto.js';

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

/** The route of one action of the workflow: `POST …/{id}/actions/{action}`, titled as the table titles it. */
export function StepRoute(action: EstablishmentAction, role: Role, operationId: string): MethodDecorator {
  const { zh, en } = ESTABLISHMENT.actions[action];
  return applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    AllowRoles(role),
    Operation({ id: operationId, zh, en, errors: [404, 409], versioned: true, idempotent: true }),
    ApiOkResponse({ type: RegistrationDto }),
  );
}
