import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AllowRoles, type Role } from '@app/access';
import { Operation } from '@app/platform';
import { ESTABLISHMENT, type EstablishmentAction } from '../domain/establishment.workflow.js';
import { RegistrationDto } from './dto/registration.dto.js';

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
