import { covers, holds, type Holder } from '@app/access';

/** Who files a group: a street or township office, or a hub, by its division and code. */
export interface Office {
  /** Nine digits of a street or township, or the code of a hub. */
  readonly office: string;
  /** Where the group meets. */
  readonly division: string;
}

const REGISTRARS = ['ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER'] as const;

/** Acts for the office: an officer of the street or township, or of the hub. */
export function actsFor(by: Holder, office: string): boolean {
  return isHub(office) ? holds(by, 'HUB_OFFICER', office) : holds(by, 'STREET_OFFICER', office);
}

/**
 * Reads the file of a group: the office that filed it, the street or township where it meets, the hub that filed it,
 * the registrar above it, and the auditor. For everybody else there is only what is public.
 */
export function mayReadGroup(reader: Holder, { office, division }: Office): boolean {
  if (holds(reader, 'AUDITOR') || actsFor(reader, office) || holds(reader, 'STREET_OFFICER', division)) return true;
  return REGISTRARS.some((role) => holds(reader, role, division));
}

/** Ends the filing of a group, as one of two that are the same: its own office, or an examiner of the registrar above. */
export function mayEnd(by: Holder, { office, division }: Office): boolean {
  return actsFor(by, office) || holds(by, 'REVIEW_OFFICER', division);
}

export function isHub(office: string): boolean {
  return office.startsWith('HUB-');
}

/** Figures of a division are for the offices in it and for the auditor. */
export function maySeeFigures(reader: Holder, division: string): boolean {
  if (holds(reader, 'AUDITOR')) return true;
  const officers = [...REGISTRARS, 'STREET_OFFICER', 'LEADING_GROUP_OFFICER'] as const;
  return officers.some((role) => reader.grants.some((grant) => grant.role === role && reaches(grant.scope, division)));
}

function reaches(scope: string | null, division: string): boolean {
  return scope !== null && covers(scope, division);
}
