import { isInForce, type LegalDate, type RuleRow, type Violation, violationOf } from '@app/kernel';
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
import type { MatterType } from './matter-types.js';
import { ANNOTATION, CORRECTION, REMEDY_OUTCOME } from './register.matters.js';
import { ANNULMENT, REVOCATION, SUSPENSION, SUSPENSION_END } from './sanction.matters.js';
import { MERGER, SPLIT } from './union.matters.js';

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
  return standing.length > 0 ? standing : [...matter.rule(facts, on), ...paperViolations(matter, facts, on)];
}

function standingViolations(matter: Matter, { organization, filed }: MatterFacts): Violation[] {
  const { kind, status } = organization;
  const missing = matter.part !== undefined && filed[matter.part] === undefined;
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
    ...(missing
      ? [violationOf(MATTER_STANDING.part, `/${matter.part}`, '没有填写办理内容', 'what it is about is missing')]
      : []),
  ];
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
export function matterRows(
  matter: Matter,
  { organization }: Pick<MatterFacts, 'organization'>,
  on: LegalDate,
): RuleRow[] {
  const papers = matter.papers.filter(({ value }) => value.kinds.includes(organization.kind));
  return [...Object.values(MATTER_STANDING), ...matter.rows, ...papers].filter((row) => isInForce(row, on));
}
