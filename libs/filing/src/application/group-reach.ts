import { divisionPrefix, type Principal } from '@app/access';

const BY_DIVISION = ['STREET_OFFICER', 'ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER'];

/** Whose groups somebody may read (`mayReadGroup`), as two lists that SQL can ask: LIKE patterns of divisions, hubs. */
export function reachOf({ grants }: Pick<Principal, 'grants'>): { patterns: string[]; offices: string[] } {
  const patterns = grants.flatMap(({ role, scope }) => {
    const prefix = scope !== null && BY_DIVISION.includes(role) ? divisionPrefix(scope) : undefined;
    return prefix === undefined ? [] : [`${prefix}%`];
  });
  const offices = grants.flatMap(({ role, scope }) => (role === 'HUB_OFFICER' && scope !== null ? [scope] : []));
  return { patterns, offices };
}

/** Of a row of `filing.filed_group`: it is within reach. The parameters are patterns, hubs, and whether all may be read. */
export function isReached(group: string, first: number): string {
  return `($${first + 2}::boolean OR ${group}.division LIKE ANY($${first}::text[]) OR ${group}.office = ANY($${first + 1}::text[]))`;
}
