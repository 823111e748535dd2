import { holds, type Principal, type Role } from '@app/access';
import type { Edge } from '@app/kernel';
import type { CaseRecord, CaseWorkflow, Party, StepRecord } from './case.js';

/** What about the case decides who may act in it. */
export interface CaseSituation {
  readonly record: CaseRecord;
  readonly steps: readonly Pick<StepRecord, 'accountId' | 'separationStep'>[];
  /** Accounts that are recused (回避). */
  readonly recused: ReadonlySet<string>;
}

/** Why somebody may not take an edge; undefined: he may. */
export type Hindrance = 'NOT_YOUR_ROLE' | 'OWN_CASE' | 'RECUSED' | 'SEPARATION' | 'HELD_BY_ANOTHER';

const OFFICERS: readonly Role[] = ['ACCEPTANCE_OFFICER', 'REVIEW_OFFICER', 'APPROVAL_OFFICER', 'STREET_OFFICER'];

/** Procedures that the social-construction leading group decides (枢纽型社会组织): its officers know of no other cases. */
const HUB_OFFICES: readonly Role[] = ['REVIEW_OFFICER', 'LEADING_GROUP_OFFICER'];

/** A group is filed by the street office of its place or by a hub, and by nobody else. */
const FILING_OFFICES: Readonly<Record<string, readonly Role[]>> = {
  filing: ['STREET_OFFICER'],
  'filing-by-hub': ['HUB_OFFICER'],
};

/** The offices that have a part in the cases of a procedure. */
function officesIn(procedure: string): readonly Role[] {
  if (Object.hasOwn(FILING_OFFICES, procedure)) return FILING_OFFICES[procedure];
  return procedure.startsWith('hub-') ? HUB_OFFICES : OFFICERS;
}

/** Speaks in a case as its applicant: who opened it, or, for an organization, whoever is its agent now. */
export function isApplicant(
  { accountId, grants }: Pick<Principal, 'accountId' | 'grants'>,
  { applicantId, applicantCode }: Pick<CaseRecord, 'applicantId' | 'applicantCode'>,
): boolean {
  return applicantCode === null ? accountId === applicantId : holds({ grants }, 'ORGANIZATION_AGENT', applicantCode);
}

/** The parties that a person is in a case: its applicant, and each office he holds for its registrar. */
export function partiesOf(principal: Principal, record: CaseRecord): ReadonlySet<Party> {
  const parties = new Set<Party>();
  if (isApplicant(principal, record)) parties.add('APPLICANT');
  for (const role of officesIn(record.procedure)) if (holds(principal, role, record.authority)) parties.add(role);
  return parties;
}

/** The applicant, the officers of the registrar and the auditor may read a case; nobody else knows of it. */
export function mayRead(principal: Principal, record: CaseRecord): boolean {
  const parties = partiesOf(principal, record);
  const officer = [...parties].some((party) => party !== 'APPLICANT');
  return parties.has('APPLICANT') || ((officer || holds(principal, 'AUDITOR')) && record.receivedOn !== null);
}

/** Nobody decides what he asked for himself, also where he no longer speaks for the organization. */
function isOwn(principal: Principal, record: CaseRecord): boolean {
  return principal.accountId === record.applicantId || isApplicant(principal, record);
}

/** Sees a case from inside the office: its officers and the auditor, unless it is an application of his own. */
export function isInsider(principal: Principal, record: CaseRecord): boolean {
  if (isOwn(principal, record)) return false;
  return mayRead(principal, record);
}

/** What keeps an officer from acting in a case at all, whatever the step. */
export function officeHindrance(
  principal: Principal,
  { record, recused }: Omit<CaseSituation, 'steps'>,
): Hindrance | undefined {
  if (isOwn(principal, record)) return 'OWN_CASE';
  if (recused.has(principal.accountId)) return 'RECUSED';
  return undefined;
}

/** What keeps an officer from a case as the one who handles it: it lies with his office, and in no colleague's hands. */
export function handlingHindrance(
  principal: Principal,
  { record, recused }: Omit<CaseSituation, 'steps'>,
): Hindrance | undefined {
  const barred = officeHindrance(principal, { record, recused });
  if (barred) return barred;
  if (record.queue === null || !partiesOf(principal, record).has(record.queue)) return 'NOT_YOUR_ROLE';
  return record.handlerId === null || record.handlerId === principal.accountId ? undefined : 'HELD_BY_ANOTHER';
}

/** What keeps a person from taking an edge of the table, in the order in which he should be told. */
export function hindrance(
  edge: Edge<string, Party>,
  principal: Principal,
  situation: CaseSituation,
): Hindrance | undefined {
  const { record, steps, recused } = situation;
  const { accountId } = principal;
  const parties = partiesOf(principal, record);
  const own = isApplicant(principal, record);
  if (own && edge.by.includes('APPLICANT')) return undefined;
  if (!edge.by.some((party) => parties.has(party))) return 'NOT_YOUR_ROLE';
  const barred = officeHindrance(principal, { record, recused });
  if (barred) return barred;
  const others = steps.some(
    (step) => step.accountId === accountId && step.separationStep !== null && step.separationStep !== edge.separation,
  );
  if (edge.separation !== undefined && others) return 'SEPARATION';
  // Who handles a case holds it against those of the same office, not against another office's own step.
  const held = record.handlerId !== null && record.handlerId !== accountId;
  if (held && record.queue !== null && edge.by.includes(record.queue)) return 'HELD_BY_ANOTHER';
  return undefined;
}

/** The actions that a person may take now. */
export function actionsFor(workflow: CaseWorkflow, principal: Principal, situation: CaseSituation): string[] {
  const edges = Object.entries(workflow.states[situation.record.state].on) as [string, Edge<string, Party>][];
  return edges.filter(([, edge]) => hindrance(edge, principal, situation) === undefined).map(([action]) => action);
}
