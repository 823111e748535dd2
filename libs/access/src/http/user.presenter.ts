import type { Principal } from '../domain/principal.js';
import type { UserDto } from './dto/auth.dto.js';

/** The caller as he is told of himself. */
export function presentUser(principal: Principal): UserDto {
  const { accountId, username, displayName, mustChangePassword } = principal;
  const grants = principal.grants.map(({ id, role, scopeType, scope }) => ({ id, role, scopeType, scope }));
  return { id: accountId, username, displayName, mustChangePassword, grants };
}
