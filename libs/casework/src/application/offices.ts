import { divisionPrefix, type Principal } from '@app/access';

/** The offices that somebody holds by division, as two arrays that SQL can unnest: role and LIKE pattern. */
export function officesOf({ grants }: Principal): { roles: string[]; patterns: string[] } {
  const held = grants.flatMap(({ role, scope }) => {
    const prefix = scope === null ? undefined : divisionPrefix(scope);
    return prefix === undefined ? [] : [{ role, pattern: `${prefix}%` }];
  });
  return { roles: held.map(({ role }) => role), patterns: held.map(({ pattern }) => pattern) };
}
