import type { FilingEnd, FilingRoute, GroupKind, IdKind, OnlinePlace } from '@app/register';

export const FILING_MATTERS = ['FILING', 'CHANGE', 'RENEWAL', 'CANCELLATION'] as const;
/** What a case is about: a group that is filed, or one whose filing changes, is renewed or ends. */
export type FilingMatter = (typeof FILING_MATTERS)[number];

/** What a group says of itself. */
export interface GroupContent {
  readonly name: string;
  readonly groupKind?: GroupKind;
  /** The street or township where it meets. */
  readonly division: string;
  readonly purpose: string;
  readonly activities: string;
  readonly memberCount: number;
  readonly funds: number;
  readonly fundsSource: string;
  readonly hasPremises: boolean;
  readonly fullTimeStaff: number;
  readonly forProfit: boolean;
  /** 章程性文件: the rules that its members gave themselves. */
  readonly ruleSheet: string;
  readonly communityOpinion?: string;
  /** Of a group that a hub files: how it belongs to the field of the hub. */
  readonly field?: string;
  readonly online?: OnlinePlace;
  readonly documents: readonly string[];
}

/** What is written down in a case besides persons. */
export interface FilingContent {
  readonly route: FilingRoute;
  /** Of a change or renewal: how many entries the group had when it was written down. */
  readonly basedOn?: number;
  readonly group: GroupContent;
  /** Of a cancellation: why. */
  readonly cause?: Extract<FilingEnd, 'OWN_WISH' | 'DISSOLVED' | 'BREACH'>;
  /** Why it is asked for, where that does not speak for itself. */
  readonly reason?: string;
}

export interface GroupPerson {
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
}

/** The persons of a group, and where it meets: encrypted wherever they are kept. */
export interface GroupPersons {
  readonly leader: GroupPerson & { readonly phone: string };
  readonly administrators: readonly GroupPerson[];
  readonly offlineContact?: { readonly name: string; readonly phone: string };
  readonly meetingPlace: string;
}

/** What a route does not ask for is not kept, and nobody has to be judged by it. */
export function ofRoute<F extends Filing>(filing: F): F {
  const { route, group, persons } = filing;
  const online = route === 'ONLINE';
  return {
    ...filing,
    group: {
      ...group,
      online: online ? group.online : undefined,
      communityOpinion: route === 'TERRITORIAL' ? group.communityOpinion : undefined,
      field: route === 'HUB' ? group.field : undefined,
    },
    persons: {
      ...persons,
      administrators: online ? persons.administrators : [],
      offlineContact: online ? persons.offlineContact : undefined,
    },
  };
}

/** A case as it is written. */
export type Filing = FilingContent & { readonly persons: GroupPersons };
