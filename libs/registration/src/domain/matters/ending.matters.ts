import { lastDay, type Violation } from '@app/kernel';
import type { OrganizationState } from '@app/register';
import { breach } from '../judge.js';
import type { MatterRule } from './matter.facts.js';
import { ALL_KINDS, LIVING, type Matter } from './matter.js';
import { byKind } from './matter-sources.js';
import { LIQUIDATION_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { PERMISSION } from './permission.workflow.js';
import { RECORDING } from './recording.workflow.js';

const liquidationRule: MatterRule = ({ filed, organization }, on): Violation[] => {
  const { liquidation } = filed;
  const early =
    liquidation !== undefined && (liquidation.groupFormedOn < liquidation.causeOn || liquidation.groupFormedOn > on);
  return [
    ...breach(
      ROWS.group[organization.kind],
      on,
      !(liquidation && liquidation.groupMembers > 0),
      '/liquidation/groupMembers',
      '没有成立清算组织',
      'no liquidation group was formed',
    ),
    ...breach(
      ROWS.order,
      on,
      early,
      '/liquidation/groupFormedOn',
      '清算组织成立日期不在终止事由发生之后、今日之前',
      'the group is not formed between the cause and today',
    ),
  ];
};

/** A charity forms the group within thirty days of the cause (慈善法 第十八条第二款). */
const liquidationRemarks: MatterRule = ({ filed, organization }, on) => {
  const { liquidation } = filed;
  if (!organization.charity || !liquidation) return [];
  const last = lastDay(liquidation.causeOn, ROWS.charityGroup.value);
  const late = liquidation.groupFormedOn > last;
  return breach(
    ROWS.charityGroup,
    on,
    late,
    '/liquidation/groupFormedOn',
    `应当于${last}前成立清算组，已逾期`,
    `the group was to be formed by ${last}: late`,
  );
};

/** 清算: from here on nothing but winding up (社会团体登记管理条例 第二十条). */
export const LIQUIDATION: Matter = {
  type: 'LIQUIDATION',
  part: 'liquidation',
  workflow: RECORDING,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: [...LIVING, 'ANNULLED', 'REVOKED'],
  ground: byKind({
    SOCIAL_GROUP: '第二十条',
    SOCIAL_SERVICE_INSTITUTION: '第十六条第二款',
    FOUNDATION: '第十八条第一款',
  }),
  papers: papersOf('LIQUIDATION'),
  rows: [...Object.values(ROWS.group), ROWS.order, ROWS.charityGroup],
  rule: liquidationRule,
  remarks: liquidationRemarks,
  effects: ({ filed, organization }, { on }) => [
    {
      kind: 'LIQUIDATION_BEGUN',
      set: {
        // Whoever was annulled or revoked is wound up as what he is (慈善法 第十七条第(四)项、第十八条).
        ...(LIVING.includes(organization.status) ? { status: 'LIQUIDATING', suspension: null } : {}),
        liquidation: { begunOn: on, cause: filed.liquidation!.cause },
      },
    },
  ],
};

const deregistrationRule: MatterRule = ({ filed, organization }, on): Violation[] => {
  const { deregistration: end } = filed;
  const begun = organization.liquidation?.begunOn ?? organization.foundedOn;
  const ended =
    organization.liquidation !== undefined &&
    end !== undefined &&
    end.liquidationEndedOn >= begun &&
    end.liquidationEndedOn <= on;
  const told = end?.creditorsToldOn !== undefined && end.creditorsToldOn <= end.liquidationEndedOn;
  const left = end?.leftovers ?? { amount: 0, basis: 'NONE', toFoundersOrMembers: false, recipient: undefined };
  const unplaced = left.amount > 0 && (left.basis === 'NONE' || !left.recipient);
  return [
    ...breach(
      ROWS.ended[organization.kind],
      on,
      !ended,
      '/deregistration/liquidationEndedOn',
      '清算尚未结束，或者结束日期不在清算开始之后、今日之前',
      'liquidation has not ended, or not between its beginning and today',
    ),
    ...breach(
      ROWS.creditors,
      on,
      !told,
      '/deregistration/creditorsToldOn',
      '清算期间未通知、公告债权人',
      'creditors were not told in the course of the liquidation',
    ),
    ...breach(
      ROWS.claims,
      on,
      end?.claimsSettled !== true,
      '/deregistration/claimsSettled',
      '债权债务尚未清理完毕',
      'claims and debts are not settled',
    ),
    ...(servesThePublic(organization) ? notToMembers(left.toFoundersOrMembers, on) : []),
    ...breach(
      ROWS.recipient,
      on,
      unplaced,
      '/deregistration/leftovers',
      '剩余财产须按章程用于公益目的；无法按章程处理的，由登记管理机关主持转给宗旨相同或者相近的组织',
      'what is left goes where the charter says; else the registrar passes it to a body of like purpose',
    ),
  ];
};

/** 为公益目的成立的非营利法人 (民法典 第九十五条); an association of its members alone answers to its charter. */
function servesThePublic({ kind, charity, category }: OrganizationState): boolean {
  return kind !== 'SOCIAL_GROUP' || charity === true || category === 'CHARITY';
}

function notToMembers(given: boolean, on: string): Violation[] {
  const [zh, en] = [
    '剩余财产不得向出资人、设立人或者会员分配',
    'what is left may not go to contributors, founders or members',
  ];
  return breach(ROWS.notToMembers, on, given, '/deregistration/leftovers/toFoundersOrMembers', zh, en);
}

/** What the registrar collects when it grants (条例 第二十一条第二款), and what was not done in time, bars nothing. */
const deregistrationRemarks: MatterRule = ({ filed, organization }, on) => {
  const { deregistration: end } = filed;
  if (end === undefined) return [];
  const row = ROWS.late[organization.kind];
  const last = lastDay(end.liquidationEndedOn, row.value);
  const returned = end.certificateReturned && end.sealsReturned && end.vouchersReturned;
  return [
    ...breach(
      row,
      on,
      on > last,
      '/deregistration/liquidationEndedOn',
      `应当于${last}前办理注销登记，已逾期`,
      `was to be asked for by ${last}: late`,
    ),
    ...breach(
      ROWS.returned[organization.kind],
      on,
      !returned,
      '/deregistration',
      '登记证书、印章和财务凭证尚未交回，准予注销时收缴',
      'certificate, seals and vouchers were not returned: they are collected with the grant',
    ),
    ...(servesThePublic(organization) ? [] : notToMembers(end.leftovers.toFoundersOrMembers, on)),
  ];
};

/** 注销登记: the end of the liquidation, and of the organization. */
export const DEREGISTRATION: Matter = {
  type: 'DEREGISTRATION',
  part: 'deregistration',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: ['LIQUIDATING', 'ANNULLED', 'REVOKED'],
  ground: byKind({ SOCIAL_GROUP: '第二十一条', SOCIAL_SERVICE_INSTITUTION: '第十七条', FOUNDATION: '第十八条第二款' }),
  papers: papersOf('DEREGISTRATION'),
  rows: [
    ...[...Object.values(ROWS.ended), ...Object.values(ROWS.late), ...Object.values(ROWS.returned)],
    ...[ROWS.creditors, ROWS.claims, ROWS.notToMembers, ROWS.recipient],
  ],
  rule: deregistrationRule,
  remarks: deregistrationRemarks,
  ends: true,
  effects: ({ organization }, { on, decisionNumber }) => [
    {
      kind: 'DEREGISTERED',
      set: {
        status: 'DEREGISTERED',
        ending: {
          on,
          cause: organization.ending?.cause ?? organization.liquidation!.cause,
          paper: decisionNumber,
          ...(organization.status === 'ANNULLED' ? { annulledOn: organization.ending!.on } : {}),
        },
      },
    },
  ],
};
