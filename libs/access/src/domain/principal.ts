import type { Actor } from '@app/platform';
import { covers } from './jurisdiction.js';
import type { Grant, Role } from './roles.table.js';

/** The account behind a request, or one that work is given to, with the roles it holds at this instant. */
export interface Principal extends Actor {
  readonly accountId: string;
  readonly username: string;
  /** As the audit trail writes it: the username, never the name of the person. */
  readonly name: string;
  readonly displayName: string;
  /** Null when the account is not the one that makes the request. */
  readonly sessionId: string | null;
  readonly grants: readonly Grant[];
  /** Logged in with a one-time password: everything else waits until it is changed. */
  readonly mustChangePassword: boolean;
}

/** What a rule on rights needs to know of a caller. */
export type Holder = Pick<Principal, 'grants'>;

/**
 * True when the caller holds the role; with `scope`, when the role also reaches there: a division below the one it
 * is held for, or exactly the hub, credit code or organ it is held for. A role without limit reaches everywhere.
 */
export function holds(principal: Holder, role: Role, scope?: string): boolean {
  return principal.grants.some((grant) => grant.role === role && (scope === undefined || reaches(grant, scope)));
}

function reaches({ scopeType, scope: held }: Grant, scope: string): boolean {
  if (scopeType === 'NONE') return true;
  return held !== null && (scopeType === 'DIVISION' ? covers(held, scope) : held === scope);
}

/** The scopes for which the caller holds the role, e.g. the divisions of an officer. */
export function scopesOf(principal: Holder, role: Role): string[] {
  return principal.grants.flatMap((grant) => (grant.role === role && grant.scope !== null ? [grant.scope] : []));
}
