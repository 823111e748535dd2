import { divisionPrefix, type Principal } from '@app/access';

/** The offices that somebody holds, by division or at a hub, as two arrays that SQL can unnest: role and LIKE pattern. */
export function officesOf({ grants }: Principal): { roles: string[]; patterns: string[] } {
  const held = grants.flatMap(({ role, scope }) => {
    if (scope === null) return [];
    const prefix = divisionPrefix(scope);
    // Below a division lie others; a hub is itself alone.
    return [{ role, pattern: prefix === undefined ? scope.replace(/[\\%_]/g, '\\$&') : `${prefix}%` }];
  });
  return { roles: held.map(({ role }) => role), patterns: held.map(({ pattern }) => pattern) };
}
