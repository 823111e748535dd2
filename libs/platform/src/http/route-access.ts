import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Under this key a route says who may call it; a route that says nothing is refused to everybody. */
export const ROUTE_ACCESS = 'shuniu:route-access';

/** Who may call a route: everybody, whoever is logged in, or the holders of certain roles. */
export interface RouteAccess {
  readonly to: 'PUBLIC' | 'ACCOUNTS' | 'ROLES';
  readonly roles?: readonly string[];
  /** Open even to an account that must change its password first. */
  readonly beforePasswordChange?: boolean;
}

/** Says who may call a route. @throws Error when the route has said so already: two rules would hide one another. */
export function declareAccess(access: RouteAccess): MethodDecorator {
  return (target, property, descriptor) => {
    if (Reflect.hasMetadata(ROUTE_ACCESS, descriptor.value as object)) {
      throw new Error(`${target.constructor.name}.${String(property)} declares its access twice`);
    }
    SetMetadata(ROUTE_ACCESS, access)(target, property, descriptor);
  };
}

/** A route that needs no login; the OpenAPI document says so too, since silence could be an oversight. */
export function AllowPublic(): MethodDecorator {
  return applyDecorators(declareAccess({ to: 'PUBLIC' }), ApiExtension('x-public', true));
}
