import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AllowRoles, type Role } from '@app/access';
import { Operation } from '@app/platform';
import { EX_OFFICIO, type ExOfficioAction } from '../domain/matters/ex-officio.workflow.js';
import { PERMISSION, type PermissionAction } from '../domain/matters/permission.workflow.js';
import { RECORDING, type RecordingAction } from '../domain/matters/recording.workflow.js';
import { MatterDto } from './dto/matter.dto.js';

type MatterAction = PermissionAction | RecordingAction | ExOfficioAction;
const TITLES = { ...EX_OFFICIO.actions, ...RECORDING.actions, ...PERMISSION.actions };

/** The route of one action of a matter: `POST /matters/{id}/actions/{action}`, titled as the table titles it. */
export function MatterRoute(
  action: MatterAction,
  roles: readonly [Role, ...Role[]],
  operationId: string,
): MethodDecorator {
  const { zh, en } = TITLES[action];
  return applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    AllowRoles(...roles),
    Operation({
      id: operationId,
      zh: `组织事项：${zh}`,
      en: `A matter of an organization: ${en}`,
      errors: [404, 409],
      versioned: true,
      idempotent: true,
    }),
    ApiOkResponse({ type: MatterDto }),
  );
}

/** Who may open a matter: the organization through its agent, or the registrar of its own motion. */
export const PARTIES = ['ORGANIZATION_AGENT', 'REVIEW_OFFICER', 'ENFORCEMENT_OFFICER'] as const satisfies readonly [
  Role,
  ...Role[],
];
