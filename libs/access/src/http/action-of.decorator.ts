import { applyDecorators, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Bilingual } from '@app/kernel';
import { Operation } from '@app/platform';
import type { Role } from '../domain/roles.table.js';
import { AllowRoles } from './allow.decorator.js';

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
