import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { declareAccess, ProblemDto } from '@app/platform';
import { ROLE_TABLE, type Role } from '../domain/roles.table.js';

/** A route for the holders of any of these roles; where they hold it is for the use case to ask. */
export function AllowRoles(...roles: [Role, ...Role[]]): MethodDecorator {
  const zh = roles.map((role) => ROLE_TABLE[role].title.zh).join('、');
  return applyDecorators(
    declareAccess({ to: 'ROLES', roles }),
    describe(`角色 / roles: ${zh} (${roles.join(', ')})`, [...roles]),
    refusal(403, '没有权限 / not permitted'),
  );
}

/**
 * A route for whoever is logged in. With `beforePasswordChange` it also serves accounts that came in with a
 * one-time password and have to change it.
 */
export function AllowAnyone({ beforePasswordChange = false } = {}): MethodDecorator {
  return applyDecorators(
    declareAccess({ to: 'ACCOUNTS', beforePasswordChange }),
    describe('登录用户均可 / any account that is logged in', ['*']),
    refusal(403, '没有权限 / not permitted'),
  );
}

/** `summary: undefined` leaves the summary to @Operation, in whichever order the two stand. */
function describe(description: string, roles: string[]): MethodDecorator {
  return applyDecorators(
    ApiBearerAuth(),
    ApiExtension('x-roles', roles),
    ApiOperation({ summary: undefined, description }),
    refusal(401, '未登录或者登录已失效 / not logged in, or no longer'),
  );
}

function refusal(status: number, description: string): MethodDecorator {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };
  return ApiResponse({ status, description, content });
}
