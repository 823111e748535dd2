import { holds, type Holder, type Role } from '@app/access';
import type { DeskParty } from './desk/desk.workflow.js';

/** What decides who may see or run the desk of a hub. */
export interface DeskHub {
  readonly code: string;
  readonly division: string;
  /** Codes of the hubs that stand above it, nearest first. */
  readonly above: readonly string[];
}

/** Officers of the registrar and of the leading group see the desks of their division. */
const OFFICES = [
  'ACCEPTANCE_OFFICER',
  'REVIEW_OFFICER',
  'APPROVAL_OFFICER',
  'LEADING_GROUP_OFFICER',
] as const satisfies readonly Role[];

/** Whoever may read something of a desk, as roles of a route. */
export const DESK_READERS = ['HUB_OFFICER', ...OFFICES, 'AUDITOR'] as const;

/** A hub officer sees the own hub and the tiers below it, nothing else. */
export function maySeeDesk(principal: Holder, { code, division, above }: DeskHub): boolean {
  if (holds(principal, 'AUDITOR')) return true;
  if ([code, ...above].some((hub) => holds(principal, 'HUB_OFFICER', hub))) return true;
  return isOffice(principal, division);
}

function isOffice(principal: Holder, division: string): boolean {
  return OFFICES.some((role) => holds(principal, role, division));
}

/** Only its own officer acts for a hub. */
export function runsDesk(principal: Holder, hub: string): boolean {
  return holds(principal, 'HUB_OFFICER', hub);
}

/** Whoever may ask how far the hubs reach, as roles of a route. */
export const COVERAGE_READERS = [...OFFICES, 'AUDITOR', 'ADMINISTRATOR'] as const;

/** Coverage is for the offices of the division that is asked about, the auditor, and the administrator who enters populations. */
export function maySeeCoverage(principal: Holder, division: string): boolean {
  return holds(principal, 'AUDITOR') || holds(principal, 'ADMINISTRATOR') || isOffice(principal, division);
}

/** An officer of the registrar who may say which hub an organization belongs to. */
export function assigns(principal: Holder, authority: string): boolean {
  return holds(principal, 'REVIEW_OFFICER', authority) || holds(principal, 'APPROVAL_OFFICER', authority);
}

/**
 * Sees a proposal: who assigns for the registrar, the auditor, and the hubs that are proposed with those above them.
 * @param reach the hubs for which he acts, and all below them
 */
export function maySeeProposal(
  principal: Holder,
  { authority, hubs }: { readonly authority: string; readonly hubs: readonly string[] },
  reach: readonly string[],
): boolean {
  return holds(principal, 'AUDITOR') || assigns(principal, authority) || hubs.some((hub) => reach.includes(hub));
}

/** Who somebody is to what an organization asked of a hub. */
export function partiesIn(
  by: Holder,
  { hub, creditCode }: { readonly hub: string; readonly creditCode: string },
): ReadonlySet<DeskParty> {
  const parties = new Set<DeskParty>();
  if (runsDesk(by, hub)) parties.add('HUB');
  if (holds(by, 'ORGANIZATION_AGENT', creditCode)) parties.add('MEMBER');
  return parties;
}

/**
 * The hub itself; and whoever it reports to: the nearest hub that stands above it now, or else the leading group of its
 * place. Nobody takes the report of a hub for which he acts himself.
 */
export function reportParties(by: Holder, { code, division, above }: DeskHub): ReadonlySet<DeskParty> {
  if (runsDesk(by, code)) return new Set(['HUB']);
  const [upper] = above;
  const takes = upper === undefined ? holds(by, 'LEADING_GROUP_OFFICER', division) : runsDesk(by, upper);
  return new Set<DeskParty>(takes ? ['UPPER'] : []);
}
