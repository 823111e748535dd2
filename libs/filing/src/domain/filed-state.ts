import type { LegalDate } from '@app/kernel';
import type { FiledGroupState, FilingRoute, PersonReference } from '@app/register';
import type { GroupContent } from './filing-content.js';
import { REVIEW } from './filing.table.js';

/** The persons register's references to those whom a group names. */
export interface GroupReferences {
  readonly leader: PersonReference;
  readonly administrators: readonly PersonReference[];
}

/** What a filing adds to what a group says of itself. */
export interface Filed {
  readonly filingNumber: string;
  readonly route: FilingRoute;
  /** The division of whoever files it, and the hub where that is one. */
  readonly authority: string;
  readonly hub?: string;
  readonly on: LegalDate;
}

/** The items of a group that a change sets anew. */
export function itemsOf(group: GroupContent, { leader, administrators }: GroupReferences) {
  const { name, division, purpose, memberCount, funds, fundsSource, hasPremises, fullTimeStaff, online } = group;
  return {
    ...{ name, division, purpose, memberCount, funds, fundsSource, hasPremises, fullTimeStaff, online },
    groupKind: group.groupKind!,
    scope: group.activities,
    leaders: [{ ...leader, post: '负责人' }],
    administrators: administrators.length > 0 ? administrators : undefined,
  };
}

/** A group as it enters the register (予以备案). */
export function filedState(
  group: GroupContent,
  references: GroupReferences,
  { filingNumber, route, authority, hub, on }: Filed,
): FiledGroupState {
  return {
    ...itemsOf(group, references),
    standing: 'FILED',
    kind: 'FILED_GROUP',
    status: 'ACTIVE',
    filingNumber,
    route,
    authority,
    filedByHub: hub,
    primaryHub: hub,
    foundedOn: on,
    reviewOn: nextReview(on),
  };
}

/** The day by which a filing, or its renewal of that day, is to be renewed. */
export function nextReview(from: LegalDate): LegalDate {
  const [year, month, day] = from.split('-');
  const later = `${Number(year) + REVIEW.value.years}-${month}-${day}`;
  // The 29th of February has no anniversary in most years.
  return later.endsWith('-02-29') && !isLeap(Number(later.slice(0, 4))) ? later.replace(/29$/, '28') : later;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
