import type { Violation } from '@app/kernel';
import { withinYears } from '../bar-period.js';
import { charterViolations } from '../documents.rules.js';
import { breach } from '../judge.js';
import { asEstablishment } from './as-establishment.js';
import type { MatterRule } from './matter.facts.js';
import { ALL_KINDS, type Matter } from './matter.js';
import { everyKind, moved } from './matter-sources.js';
import { CHARITY_ROWS as CHARITY, FUNDRAISING_ROWS as FUNDRAISING } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { PERMISSION } from './permission.workflow.js';

const recognitionRule: MatterRule = (facts, on): Violation[] => {
  const { filed, organization } = facts;
  const recognition = filed.recognition ?? { charityCharterItems: [], nonProfit: false };
  const whole = { ...asEstablishment(facts, {}), charity: true, charityCharterItems: recognition.charityCharterItems };
  return [
    ...breach(
      CHARITY.once,
      on,
      organization.charity === true,
      '/recognition',
      '已经是慈善组织',
      'it is a charity already',
    ),
    ...breach(
      CHARITY.nonProfit,
      on,
      !recognition.nonProfit,
      '/recognition/nonProfit',
      '未承诺不以营利为目的',
      'it does not declare that it seeks no profit',
    ),
    ...moved(charterViolations(whole, on), { '/charityCharterItems': '/recognition/charityCharterItems' }),
  ];
};

/** 慈善组织认定 (慈善法 第十条第二款): within twenty days of acceptance. */
export const CHARITY_RECOGNITION: Matter = {
  type: 'CHARITY_RECOGNITION',
  part: 'recognition',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: ['ACTIVE'],
  ground: everyKind(CHARITY.decision.citation),
  papers: papersOf('CHARITY_RECOGNITION'),
  rows: Object.values(CHARITY),
  rule: recognitionRule,
  period: () => ({ row: CHARITY.decision, from: 'ACCEPTANCE' }),
  extension: CHARITY.extension,
  effects: (_, { on }) => [{ kind: 'CHARITY_RECOGNIZED', set: { charity: true, charitySince: on } }],
};

const fundraisingRule: MatterRule = ({ filed, organization }, on): Violation[] => {
  const since = organization.charitySince ?? (organization.charity ? organization.foundedOn : undefined);
  const { years } = FUNDRAISING.year.value;
  const young = since !== undefined && withinYears(since, years, on);
  return [
    ...breach(
      FUNDRAISING.charity,
      on,
      organization.charity !== true,
      '/recognition',
      '不是慈善组织',
      'it is no charity',
    ),
    ...breach(
      FUNDRAISING.once,
      on,
      organization.publicFundraisingSince !== undefined,
      '/recognition',
      '已取得公开募捐资格',
      'it has the qualification already',
    ),
    ...breach(
      FUNDRAISING.year,
      on,
      young,
      '/recognition',
      `自${since}起未满${years}年`,
      `a charity since ${since}: less than ${years} year(s)`,
    ),
    ...breach(
      FUNDRAISING.governance,
      on,
      filed.recognition?.effectiveGovernance !== true,
      '/recognition/effectiveGovernance',
      '内部治理结构不健全或者运作不规范',
      'its governance is not sound',
    ),
  ];
};

/** 公开募捐资格 (慈善法 第二十二条第一款): of a charity of a year's standing, within twenty days of acceptance. */
export const FUNDRAISING_QUALIFICATION: Matter = {
  type: 'FUNDRAISING_QUALIFICATION',
  part: 'recognition',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: ['ACTIVE'],
  ground: everyKind(FUNDRAISING.decision.citation),
  papers: papersOf('FUNDRAISING_QUALIFICATION'),
  rows: Object.values(FUNDRAISING),
  rule: fundraisingRule,
  period: () => ({ row: FUNDRAISING.decision, from: 'ACCEPTANCE' }),
  effects: (_, { on }) => [{ kind: 'FUNDRAISING_QUALIFIED', set: { publicFundraisingSince: on } }],
};
