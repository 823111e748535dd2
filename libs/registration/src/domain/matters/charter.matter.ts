import type { Violation } from '@app/kernel';
import { charterViolations } from '../documents.rules.js';
import { breach } from '../judge.js';
import { asEstablishment } from './as-establishment.js';
import type { Resolution } from './matter-content.js';
import type { MatterRule } from './matter.facts.js';
import { ALL_KINDS, LIVING, type Matter } from './matter.js';
import { byKind, moved } from './matter-sources.js';
import { CHARTER_APPROVAL_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { PERMISSION } from './permission.workflow.js';

/** A foundation's council decides charter, election and merger by two thirds of those present, who are two thirds of all. */
export const councilVotes =
  (resolution: Resolution | undefined, pointer: string): MatterRule =>
  ({ organization }, on) => {
    if (organization.kind !== 'FOUNDATION') return [];
    const { members, present, inFavour } = resolution?.votes ?? { members: 0, present: 0, inFavour: 0 };
    const { of, atLeast } = ROWS.quorum.value;
    const two = (part: number, whole: number) => whole > 0 && part * of >= whole * atLeast;
    return [
      ...breach(
        ROWS.quorum,
        on,
        !two(present, members),
        `${pointer}/votes`,
        `理事${members}人，出席${present}人，不足2/3`,
        `${present} of ${members} directors present: less than two thirds`,
      ),
      ...breach(
        ROWS.majority,
        on,
        !two(inFavour, present),
        `${pointer}/votes`,
        `出席${present}人，赞成${inFavour}人，不足2/3`,
        `${inFavour} of ${present} in favour: less than two thirds`,
      ),
    ];
  };

const rule: MatterRule = (facts, on): Violation[] => {
  const { filed, organization } = facts;
  const charter = filed.charter ?? { text: '', charterItems: [] };
  const { charterItems, charityCharterItems } = charter;
  const consented = organization.supervisingUnit === undefined || charter.supervisorConsentOn !== undefined;
  return [
    ...breach(
      ROWS.changes[organization.kind],
      on,
      charter.text.trim() === '',
      '/charter/text',
      '没有章程文本',
      'the text of the charter is missing',
    ),
    ...breach(
      ROWS.consent[organization.kind],
      on,
      !consented,
      '/charter/supervisorConsentOn',
      '未写明业务主管单位审查同意的日期',
      'the day on which the supervising unit consented is missing',
    ),
    ...moved(charterViolations({ ...asEstablishment(facts, {}), charterItems, charityCharterItems }, on), {
      '/charterItems': '/charter/charterItems',
      '/charityCharterItems': '/charter/charityCharterItems',
    }),
    ...councilVotes(charter, '/charter')(facts, on),
  ];
};

/** 章程核准 (社会团体登记管理条例 第十八条第二款, 民非 第十五条第二款, 基金会 第十五条第二款). */
export const CHARTER_APPROVAL: Matter = {
  type: 'CHARTER_APPROVAL',
  part: 'charter',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: LIVING,
  ground: byKind({
    SOCIAL_GROUP: '第十八条第二款',
    SOCIAL_SERVICE_INSTITUTION: '第十五条第二款',
    FOUNDATION: '第十五条第二款',
  }),
  papers: papersOf('CHARTER_APPROVAL'),
  rows: [...Object.values(ROWS.changes), ...Object.values(ROWS.consent), ROWS.quorum, ROWS.majority],
  rule,
  effects: (_, { on }) => [{ kind: 'CHARTER_APPROVED', set: { charterApprovedOn: on } }],
};
