import { type Citation, isInForce, type LegalDate, type RuleRow, type Violation, violationOf } from '@app/kernel';
import type { Kind, OrganizationState } from '@app/register';
import { borrowedRows } from './borrowed-rows.js';
import { BRANCH_RECORD, FOUNDATION_BRANCH } from './branch.matters.js';
import { CERTIFICATE_REPLACEMENT, SEAL_AND_ACCOUNT } from './certificate.matters.js';
import { CHANGE } from './change.matter.js';
import { CHARITY_RECOGNITION, FUNDRAISING_QUALIFICATION } from './charity.matters.js';
import { CHARTER_APPROVAL } from './charter.matter.js';
import { DEREGISTRATION, LIQUIDATION } from './ending.matters.js';
import { ELECTION_DELAY, LEADERS_FILING } from './leaders.matters.js';
import type { MatterFacts } from './matter.facts.js';
import type { Matter } from './matter.js';
import { MATTER_STANDING } from './matter.table.js';
import { MATTER_PARTS } from './matter-content.js';
import type { MatterType } from './matter-types.js';
import { ANNOTATION, CORRECTION, REMEDY_OUTCOME } from './register.matters.js';
import { ANNULMENT, REVOCATION, SUSPENSION, SUSPENSION_END } from './sanction.matters.js';
import { MERGER, MERGER_CONSENT, SPLIT } from './union.matters.js';

const PARTS: ReadonlySet<string> = new Set(MATTER_PARTS);

/** Everything that is done with an organization after its birth. */
export const MATTERS: Readonly<Record<MatterType, Matter>> = {
  CHANGE,
  CHARTER_APPROVAL,
  CHARITY_RECOGNITION,
  FUNDRAISING_QUALIFICATION,
  FOUNDATION_BRANCH,
  MERGER,
  SPLIT,
  DEREGISTRATION,
  LEADERS_FILING,
  ELECTION_DELAY,
  SEAL_AND_ACCOUNT,
  CERTIFICATE_REPLACEMENT,
  BRANCH_RECORD,
  LIQUIDATION,
  MERGER_CONSENT,
  CORRECTION,
  ANNOTATION,
  SUSPENSION,
  SUSPENSION_END,
  ANNULMENT,
  REVOCATION,
  REMEDY_OUTCOME,
};

/** Every defect of a matter on a day, all at once: how the organization stands, the papers, and the rules of its own. */
export function matterViolations(matter: Matter, facts: MatterFacts, on: LegalDate): Violation[] {
  const standing = standingViolations(matter, facts);
  // How it stands decides whether there is anything to judge at all.
  return standing.length > 0
    ? standing
    : [...matter.rule(facts, on), ...dayViolations(matter, facts, on), ...paperViolations(matter, facts, on)];
}

/** Whether an organization of this kind, as it stands, may ask for the matter at all. */
export function matterOfStatus(
  matter: Matter,
  { kind, status }: Pick<OrganizationState, 'kind' | 'status'>,
): Violation[] {
  return [
    ...(matter.kinds.includes(kind)
      ? []
      : [
          violationOf(
            MATTER_STANDING.kind,
            '/type',
            '此类组织不办理该事项',
            'not a matter of this kind of organization',
          ),
        ]),
    ...(matter.during.includes(status)
      ? []
      : [
          violationOf(
            MATTER_STANDING.status,
            '/creditCode',
            `组织处于“${STATUS_WORDS[status]}”状态，不得办理该事项`,
            `not while the organization is ${status}`,
          ),
        ]),
  ];
}

/** What nobody can insist on: that it is a matter of this organization as it stands, and whole. */
export function standingViolations(matter: Matter, { organization, filed, people }: MatterFacts): Violation[] {
  const missing = matter.part !== undefined && filed[matter.part] === undefined;
  const taken: readonly (string | undefined)[] = [matter.part, ...(matter.besides ?? [])];
  const strange = Object.keys(filed).filter((part) => PARTS.has(part) && !taken.includes(part));
  return [
    ...matterOfStatus(matter, organization),
    ...(missing
      ? [violationOf(MATTER_STANDING.part, `/${matter.part}`, '没有填写办理内容', 'what it is about is missing')]
      : []),
    ...strange.map((part) =>
      violationOf(MATTER_STANDING.part, `/${part}`, '不属于该事项的内容', 'not a part of this matter'),
    ),
    ...(people.length > 0 && !matter.people
      ? [violationOf(MATTER_STANDING.people, '/people', '该事项不需要填写人员', 'this matter needs no persons')]
      : []),
  ];
}

/** What is filed as done was done by today. */
function dayViolations({ part }: Matter, { filed }: MatterFacts, on: LegalDate): Violation[] {
  const content = (part && filed[part]) as Record<string, unknown> | undefined;
  return ['resolvedOn', 'supervisorConsentOn', 'creditorsToldOn', 'noticePublishedOn']
    .filter((day) => typeof content?.[day] === 'string' && content[day] > on)
    .map((day) =>
      violationOf(MATTER_STANDING.dayToCome, `/${part}/${day}`, '日期不得晚于今日', 'that day lies in the future'),
    );
}

const STATUS_WORDS = {
  ACTIVE: '正常',
  SUSPENDED: '限期停止活动',
  LIQUIDATING: '清算',
  DEREGISTERED: '注销',
  ANNULLED: '撤销登记',
  REVOKED: '吊销',
} as const;

function paperViolations(matter: Matter, facts: MatterFacts, on: LegalDate): Violation[] {
  return matter.papers
    .filter((row) => isInForce(row, on) && row.value.kinds.includes(facts.organization.kind))
    .filter(({ value: { paper, when } }) => (when?.(facts) ?? true) && !facts.papers.includes(paper))
    .map((row) => violationOf(row, '/documents', `缺少${row.value.name.zh}`, `missing: ${row.value.name.en}`));
}

/** The rows of law that a matter of this kind of organization is judged by on a day: a decision stores them. */
export function matterRows(matter: Matter, facts: MatterFacts, on: LegalDate): RuleRow[] {
  const { kind } = facts.organization;
  const papers = matter.papers.filter(({ value }) => value.kinds.includes(kind));
  const rows = matter.rows.filter(({ id }) => !OTHER_KINDS[kind].some((prefix) => id.startsWith(prefix)));
  return [...Object.values(MATTER_STANDING), ...rows, ...borrowedRows(facts), ...papers].filter((row) =>
    isInForce(row, on),
  );
}

/** On what ground a matter is decided on a day, and by which rows of law. */
export function appliedLaw(
  matter: Matter,
  facts: MatterFacts,
  on: LegalDate,
): { readonly citation: Citation; readonly rules: readonly RuleRow[] } {
  return { citation: matter.ground[facts.organization.kind], rules: matterRows(matter, facts, on) };
}

/** Beginnings of the rows that bind organizations of another kind. */
const OTHER_KINDS: Readonly<Record<Kind, readonly string[]>> = {
  SOCIAL_GROUP: ['SSI-', 'FD-'],
  SOCIAL_SERVICE_INSTITUTION: ['SG-', 'FD-'],
  FOUNDATION: ['SG-', 'SSI-'],
};
