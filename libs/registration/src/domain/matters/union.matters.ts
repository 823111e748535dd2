import { type RuleRow, type Violation } from '@app/kernel';
import { elementField } from '@app/register';
import { breach } from '../judge.js';
import type { MatterRule } from './matter.facts.js';
import { ALL_KINDS, type Effect, type Matter } from './matter.js';
import { councilVotes } from './charter.matter.js';
import { byKind } from './matter-sources.js';
import { CHARTER_APPROVAL_ROWS, LIQUIDATION_ROWS, UNION_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { PERMISSION } from './permission.workflow.js';
import { RECORDING } from './recording.workflow.js';

const { quorum, majority } = CHARTER_APPROVAL_ROWS;
const GROUND = byKind({
  SOCIAL_GROUP: '第十九条第(三)项',
  SOCIAL_SERVICE_INSTITUTION: '第十六条第一款',
  FOUNDATION: '第二十一条第三款第(四)项',
});

const mergerRule: MatterRule = (facts, on): Violation[] => {
  const { filed, organization, others } = facts;
  const absorbed = filed.merger?.absorbed ?? [];
  const each = absorbed.flatMap((code, index): Violation[] => {
    const at = `/merger/absorbed/${index}`;
    const other = code === organization.creditCode ? undefined : others.get(code);
    if (!other)
      return breach(
        ROWS.known,
        on,
        true,
        at,
        `${code}不是其他已登记的组织`,
        `${code} is no other organization of the register`,
      );
    return [
      ...breach(
        ROWS.sameKind,
        on,
        other.kind !== organization.kind,
        at,
        `${other.name}不是同类组织`,
        `${other.name} is of another kind`,
      ),
      ...breach(
        ROWS.sameRegistrar,
        on,
        other.authority !== organization.authority,
        at,
        `${other.name}由其他机关登记`,
        `${other.name} has another registrar`,
      ),
      ...breach(
        ROWS.consented,
        on,
        other.mergerConsent?.into !== organization.creditCode,
        at,
        `${other.name}尚未备案同意并入本组织`,
        `${other.name} has not filed that it consents`,
      ),
      ...breach(
        ROWS.active,
        on,
        other.status !== 'ACTIVE',
        at,
        `${other.name}不处于正常状态`,
        `${other.name} is not active`,
      ),
    ];
  });
  const named = absorbed.length >= ROWS.named.value.minimum && new Set(absorbed).size === absorbed.length;
  return [
    ...breach(
      ROWS.named,
      on,
      !named,
      '/merger/absorbed',
      '未写明被合并的组织，或者重复',
      'the organizations to be merged are missing or named twice',
    ),
    ...each,
    ...creditorsTold(filed.merger?.creditorsToldOn, '/merger', on),
    ...councilVotes(filed.merger, '/merger')(facts, on),
  ];
};

function creditorsTold(toldOn: string | undefined, at: string, on: string): Violation[] {
  const row: RuleRow = LIQUIDATION_ROWS.creditors;
  return breach(row, on, toldOn === undefined, `${at}/creditorsToldOn`, '未通知债权人', 'creditors were not told');
}

/** 吸收合并: this one takes over the rights and duties of the others (民法典 第六十七条第一款), which end without liquidation. */
export const MERGER: Matter = {
  type: 'MERGER',
  part: 'merger',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: ['ACTIVE'],
  ground: GROUND,
  papers: papersOf('MERGER'),
  rows: [
    ...[ROWS.named, ROWS.known, ROWS.sameKind, ROWS.sameRegistrar, ROWS.consented, ROWS.active],
    quorum,
    majority,
    LIQUIDATION_ROWS.creditors,
  ],
  rule: mergerRule,
  effects: ({ filed, organization }, { on, decisionNumber }) => {
    const absorbed = filed.merger!.absorbed;
    const ending = { on, cause: 'MERGED', successors: [organization.creditCode], paper: decisionNumber };
    return [
      { kind: 'MERGED', set: Object.fromEntries(absorbed.map((code) => [elementField('predecessor', code), code])) },
      ...absorbed.map((creditCode): Effect => ({
        creditCode,
        kind: 'DEREGISTERED',
        set: { status: 'DEREGISTERED', ending },
      })),
    ];
  },
};

const consentRule: MatterRule = (facts, on): Violation[] => {
  const { filed, organization, others } = facts;
  const into = filed.consent?.into ?? '';
  const other = into === organization.creditCode ? undefined : others.get(into);
  const at = '/consent/into';
  return [
    ...breach(
      ROWS.known,
      on,
      !other,
      at,
      `${into}不是其他已登记的组织`,
      `${into} is no other organization of the register`,
    ),
    ...councilVotes(filed.consent, '/consent')(facts, on),
  ];
};

/** 同意并入: nobody is merged into another but by his own resolution, and with the consent of his own supervising unit. */
export const MERGER_CONSENT: Matter = {
  type: 'MERGER_CONSENT',
  part: 'consent',
  workflow: RECORDING,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: ['ACTIVE'],
  ground: GROUND,
  papers: papersOf('MERGER_CONSENT'),
  rows: [ROWS.known, quorum, majority],
  rule: consentRule,
  effects: ({ filed }, { on }) => [
    { kind: 'MERGER_CONSENTED', set: { mergerConsent: { into: filed.consent!.into, on } } },
  ],
};

const splitRule: MatterRule = (facts, on): Violation[] => {
  const { filed, organization } = facts;
  const into = filed.split?.into ?? [];
  const distinct = new Set(into).size === into.length && !into.includes(organization.name);
  const { split, successors = [] } = organization;
  const unfinished = split !== undefined && successors.length < split.into.length;
  return [
    ...breach(
      ROWS.oneAtATime,
      on,
      unfinished,
      '/split',
      '前一次分立尚未完成',
      'a split before this one is not finished',
    ),
    ...breach(
      ROWS.named,
      on,
      into.length < ROWS.named.value.minimum,
      '/split/into',
      '未写明分立后的组织',
      'what it is to split into is missing',
    ),
    ...breach(
      ROWS.distinct,
      on,
      !distinct,
      '/split/into',
      '分立后的组织名称重复',
      'what it splits into bears the same name',
    ),
    ...creditorsTold(filed.split?.creditorsToldOn, '/split', on),
    ...councilVotes(filed.split, '/split')(facts, on),
  ];
};

/**
 * 分立: the split as such. Each organization that comes of it is established in a case of its own that
 * names this one; with the last of them this one ends, where the split dissolves it (民法典 第六十七条第二款).
 */
export const SPLIT: Matter = {
  type: 'SPLIT',
  part: 'split',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: ['ACTIVE'],
  ground: GROUND,
  papers: papersOf('SPLIT'),
  rows: [ROWS.named, ROWS.distinct, ROWS.oneAtATime, quorum, majority, LIQUIDATION_ROWS.creditors],
  rule: splitRule,
  effects: ({ filed }) => [
    { kind: 'SPLIT', set: { split: { into: filed.split!.into, dissolves: filed.split!.dissolves } } },
  ],
};
