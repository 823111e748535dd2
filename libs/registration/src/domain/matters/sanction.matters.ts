import { cite, type RuleRow, type Violation } from '@app/kernel';
import type { Kind } from '@app/register';
import type { Ground } from '../grounds.table.js';
import { breach } from '../judge.js';
import { EX_OFFICIO } from './ex-officio.workflow.js';
import type { MatterFacts, MatterRule } from './matter.facts.js';
import { ALL_KINDS, LIVING, type Matter } from './matter.js';
import { byKind, everyKind } from './matter-sources.js';
import { ANNULMENT_GROUNDS, REGISTER_ROWS as ROWS, REVOCATION_GROUNDS } from './matter.table.js';
import { papersOf } from './papers.table.js';

/** A sanction is entered as it was decided: with the number of its paper, the day, and a ground that the law gives. */
function sanctionRule(grounds: (kind: Kind) => readonly RuleRow<Ground>[]): MatterRule {
  return ({ filed, organization }, on): Violation[] => {
    const { sanction } = filed;
    const known = grounds(organization.kind).some(({ value }) => value.code === sanction?.ground);
    return [
      ...breach(ROWS.ground, on, !known, '/sanction/ground', '法律没有规定此种情形', 'the law gives no such ground'),
      ...breach(
        ROWS.decided,
        on,
        sanction !== undefined && sanction.decidedOn > on,
        '/sanction/decidedOn',
        '决定日期不得晚于今日',
        'the day of the decision lies in the future',
      ),
    ];
  };
}

const endedBy = ({ filed }: MatterFacts, on: string, status: 'ANNULLED' | 'REVOKED') => ({
  status,
  suspension: null,
  ending: { on, cause: filed.sanction!.ground, paper: filed.sanction!.paperNumber },
});

/** The article of the ground that was chosen. */
function citationOf(grounds: readonly RuleRow<Ground>[], { filed }: MatterFacts) {
  return grounds.find(({ value }) => value.code === filed.sanction!.ground)!.citation;
}

const SANCTION = {
  part: 'sanction',
  workflow: EX_OFFICIO,
  by: 'ENFORCEMENT_OFFICER',
  during: [...LIVING, 'LIQUIDATING'],
  ends: true,
} as const;

/** 撤销登记: as if it had never been granted, or for a breach; the organization is wound up afterwards. */
export const ANNULMENT: Matter = {
  ...SANCTION,
  type: 'ANNULMENT',
  kinds: ALL_KINDS,
  ground: byKind({
    SOCIAL_GROUP: '第二十九条至第三十一条',
    SOCIAL_SERVICE_INSTITUTION: '第二十四条至第二十六条',
    FOUNDATION: '第四十一条、第四十二条',
  }),
  papers: papersOf('ANNULMENT'),
  rows: [...Object.values(ANNULMENT_GROUNDS).flat(), ROWS.decided, ROWS.ground],
  rule: sanctionRule((kind) => ANNULMENT_GROUNDS[kind]),
  effects: (facts, { on }) => [
    {
      kind: 'ANNULLED',
      set: endedBy(facts, on, 'ANNULLED'),
      citation: citationOf(ANNULMENT_GROUNDS[facts.organization.kind], facts),
    },
  ],
};

/** 吊销登记证书: the Charity Law names it for charities. */
export const REVOCATION: Matter = {
  ...SANCTION,
  type: 'REVOCATION',
  kinds: ALL_KINDS,
  ground: everyKind(cite('中华人民共和国慈善法', '第一百零九条、第一百一十条')),
  papers: papersOf('REVOCATION'),
  rows: [...REVOCATION_GROUNDS, ROWS.decided, ROWS.ground],
  rule: (facts, on) => [
    ...breach(
      ROWS.ground,
      on,
      facts.organization.charity !== true,
      '/sanction',
      '吊销登记证书只适用于慈善组织',
      'only a charity’s certificate is revoked',
    ),
    ...sanctionRule(() => REVOCATION_GROUNDS)(facts, on),
  ],
  effects: (facts, { on }) => [
    { kind: 'REVOKED', set: endedBy(facts, on, 'REVOKED'), citation: citationOf(REVOCATION_GROUNDS, facts) },
  ],
};

const suspensionRule: MatterRule = (facts, on): Violation[] => {
  const { suspension, sanction } = facts.filed;
  const order =
    suspension !== undefined && suspension.from <= on && suspension.until > suspension.from && suspension.until > on;
  return [
    ...breach(
      ROWS.suspension,
      on,
      !order,
      '/suspension',
      '停止活动的起止日期须自今日或之前起、至今日之后止',
      'a suspension has begun by today and ends after it',
    ),
    ...breach(
      ROWS.decided,
      on,
      !sanction || sanction.decidedOn > on,
      '/sanction',
      '未写明处罚决定书，或者决定日期晚于今日',
      'the decision is missing, or lies in the future',
    ),
  ];
};

/** 限期停止活动 (社会团体登记管理条例 第三十条, 民非 第二十五条, 基金会 第四十二条). */
export const SUSPENSION: Matter = {
  type: 'SUSPENSION',
  besides: ['sanction'],
  part: 'suspension',
  workflow: EX_OFFICIO,
  by: 'ENFORCEMENT_OFFICER',
  kinds: ALL_KINDS,
  during: ['ACTIVE'],
  ground: byKind({
    SOCIAL_GROUP: '第三十条第一款',
    SOCIAL_SERVICE_INSTITUTION: '第二十五条第一款',
    FOUNDATION: '第四十二条第一款',
  }),
  papers: papersOf('SUSPENSION'),
  rows: [ROWS.suspension, ROWS.decided],
  rule: suspensionRule,
  effects: ({ filed }) => [
    {
      kind: 'SUSPENDED',
      set: { status: 'SUSPENDED', suspension: { ...filed.suspension!, paper: filed.sanction!.paperNumber } },
    },
  ],
};

/** 恢复活动: before or at the end of the time. */
export const SUSPENSION_END: Matter = {
  type: 'SUSPENSION_END',
  workflow: EX_OFFICIO,
  by: 'ENFORCEMENT_OFFICER',
  kinds: ALL_KINDS,
  during: ['SUSPENDED'],
  ground: SUSPENSION.ground,
  papers: [],
  rows: [],
  rule: () => [],
  effects: () => [{ kind: 'SUSPENSION_ENDED', set: { status: 'ACTIVE', suspension: null } }],
};
