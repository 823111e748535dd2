import {
  organizationOf,
  type RecordedKind,
  type RecordedStatus,
  type Standing,
  type State,
  type Tier,
} from '@app/register';

/** What coverage asks of an organization on a day. */
export interface CountedOrganization {
  readonly status: RecordedStatus;
  /** Active: registered or filed, neither suspended nor on its way out. */
  readonly active: boolean;
  readonly standing: Standing;
  readonly kind: RecordedKind;
  readonly category: string | null;
  /** The tier of its registrar. */
  readonly tier: Tier;
  readonly division: string;
  readonly primaryHub: string | null;
}

export function countedOrganization(state: State): CountedOrganization {
  const { status, standing, kind, category = null, authority, division, primaryHub = null } = organizationOf(state);
  return {
    status,
    active: status === 'ACTIVE',
    standing,
    kind,
    category,
    tier: tierOf(authority),
    division,
    primaryHub,
  };
}

/** The tier of a division by its code: a street has nine digits, a city or province ends in four zeros. */
export function tierOf(division: string): Tier {
  if (division.length === 9) return 'STREET';
  return division.endsWith('0000') ? 'CITY' : 'DISTRICT';
}
