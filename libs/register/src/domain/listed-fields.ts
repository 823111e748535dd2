import { isAnnotation } from './annotation.js';
import { ORGANIZATION_PUBLICATION, type OrganizationState } from './organization.js';
import type { PublicationClass } from './entry.js';
import { FILED_GROUP_PUBLICATION, type FiledGroupState } from './filed-group.js';
import type { State } from './fold.js';

/**
 * What an organization has several of. Each stands in a field of its own, `<prefix>:<key>`, so that an entry
 * that is corrected or annulled takes only its own along: a list in one field would be set anew by every entry.
 */
const LISTS = {
  branch: 'branches',
  'void-certificate': 'voidCertificates',
  'former-name': 'formerNames',
  predecessor: 'predecessors',
  successor: 'successors',
  'related-hub': 'relatedHubs',
} as const;

export type ListName = keyof typeof LISTS;

/** The field that holds one element of a list. */
export function elementField(list: ListName, key: string): string {
  return `${list}:${key}`;
}

/** The state of an organization with its lists gathered, in the order of their keys. */
export function organizationOf(state: State): OrganizationState {
  const gathered = Object.entries(LISTS).map(([prefix, list]) => {
    const fields = Object.entries(state).filter(([field]) => field.startsWith(`${prefix}:`));
    return [list, fields.map(([, value]) => value)] as const;
  });
  return {
    ...state,
    ...Object.fromEntries(gathered.filter(([, elements]) => elements.length > 0)),
  } as unknown as OrganizationState;
}

/** A filed group with its lists gathered. */
export function filedGroupOf(state: State): FiledGroupState {
  return organizationOf(state) as unknown as FiledGroupState;
}

/** The code under which an organization is known: of a legal person the credit code, of a filed group its filing number. */
export function codeOf(state: State): string {
  return String(state.creditCode ?? state.filingNumber);
}

/** The publication class of every field that an entry on an organization sets: what is no registered item has none. */
export function publicationOf(set: State): Record<string, PublicationClass> {
  const open = Object.keys(set).filter((field) => isListed(field) || isAnnotation(field));
  return { ...ORGANIZATION_PUBLICATION, ...Object.fromEntries(open.map((field) => [field, 'PUBLIC' as const])) };
}

/** The same for an entry on a filed group. */
export function filedPublicationOf(set: State): Record<string, PublicationClass> {
  return { ...publicationOf(set), ...FILED_GROUP_PUBLICATION };
}

function isListed(field: string): boolean {
  return Object.keys(LISTS).some((prefix) => field.startsWith(`${prefix}:`));
}
