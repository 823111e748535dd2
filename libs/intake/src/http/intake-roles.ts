import type { Role } from '@app/access';

/** Who takes tables in at all; which ones and for which office, each sheet says. */
export const INTAKE_ROLES = [
  'STREET_OFFICER',
  'HUB_OFFICER',
  'REVIEW_OFFICER',
  'APPROVAL_OFFICER',
] as const satisfies readonly Role[];
