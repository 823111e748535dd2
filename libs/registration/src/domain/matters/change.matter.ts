import { addDays, canonicalJson, lastDay, type Violation } from '@app/kernel';
import { elementField, type OrganizationState, type State } from '@app/register';
import { fundsViolations } from '../funds.rules.js';
import { jurisdictionViolations } from '../jurisdiction.rules.js';
import { nameViolations } from '../name/name.rules.js';
import { leaderViolations } from '../people.rules.js';
import { breach } from '../judge.js';
import { asEstablishment } from './as-establishment.js';
import type { ChangeContent, ChangedItems } from './matter-content.js';
import type { MatterFacts, MatterRule } from './matter.facts.js';
import { LIVING, type Granting, type Matter } from './matter.js';
import { byKind, moved } from './matter-sources.js';
import { CHANGE_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { PERMISSION } from './permission.workflow.js';

export const ITEMS = [
  'name',
  'residence',
  'division',
  'purpose',
  'scope',
  'activityArea',
  'funds',
  'supervisingUnit',
] as const satisfies readonly (keyof ChangedItems)[];

/** The items that are to read otherwise than the register says. */
export function changedItems(filed: ChangedItems, organization: OrganizationState): ChangedItems {
  return Object.fromEntries(
    ITEMS.filter(
      (item) => filed[item] !== undefined && canonicalJson(filed[item]) !== canonicalJson(organization[item] ?? null),
    ).map((item) => [item, filed[item]]),
  );
}

/** Rules on an item are those of its birth; items that stay are not judged again. */
export const itemViolations: MatterRule = (facts, on): Violation[] => {
  const items = changedItems(facts.filed.change ?? {}, facts.organization);
  const whole = asEstablishment(facts, items);
  return [
    ...(items.name === undefined ? [] : moved(nameViolations(whole, on), { '/name': '/change/name' })),
    ...(items.funds === undefined ? [] : moved(fundsViolations(whole, on), { '/funds': '/change/funds' })),
    ...(items.division === undefined
      ? []
      : moved(jurisdictionViolations(whole, on), { '/division': '/change/division' })),
  ];
};

const divisionKnown: MatterRule = ({ filed, surroundings, organization }, on) =>
  breach(
    ROWS.changes[organization.kind],
    on,
    filed.change?.division !== undefined && !surroundings.divisionKnown,
    '/change/division',
    '没有此行政区划',
    'there is no such division',
  );

const representativeViolations: MatterRule = (facts, on) => {
  const { people, organization } = facts;
  if (people.length === 0) return [];
  const one = people.length === 1 && people[0].legalRepresentative;
  return [
    ...breach(
      ROWS.representative[organization.kind],
      on,
      !one,
      '/people',
      '变更法定代表人时须且仅须写明一名新的法定代表人',
      'a change names the one new legal representative, and nobody else',
    ),
    ...moved(leaderViolations(asEstablishment(facts, {}, people), on), { '/leaders/0': '/people/0' }),
  ];
};

const rule: MatterRule = (facts, on) => {
  const { filed, organization, people } = facts;
  const change = filed.change ?? { reason: '' };
  const ends = Object.keys(supervisionEnded(facts)).length > 0;
  const nothing = Object.keys(changedItems(change, organization)).length === 0 && people.length === 0 && !ends;
  const consent = organization.kind === 'FOUNDATION' ? undefined : ROWS.consent[organization.kind];
  const { mostDaysAhead } = ROWS.effectiveOn.value;
  const { effectiveOn } = change;
  const astray = effectiveOn !== undefined && (effectiveOn < on || effectiveOn > addDays(on, mostDaysAhead));
  return [
    ...breach(
      ROWS.changes[organization.kind],
      on,
      nothing,
      '/change',
      '没有任何登记事项变更',
      'no registered item changes',
    ),
    ...(consent === undefined
      ? []
      : breach(
          consent,
          on,
          organization.supervisingUnit !== undefined && change.supervisorConsentOn === undefined,
          '/change/supervisorConsentOn',
          '未写明业务主管单位审查同意的日期',
          'the day on which the supervising unit consented is missing',
        )),
    ...breach(
      ROWS.effectiveOn,
      on,
      astray,
      '/change/effectiveOn',
      `生效日期须在今日至${mostDaysAhead}日之内`,
      `the day of effect lies between today and ${mostDaysAhead} days from now`,
    ),
    ...itemViolations(facts, on),
    ...divisionKnown(facts, on),
    ...representativeViolations(facts, on),
  ];
};

/** Whoever asks too late breaks a duty (条例 第三十条第一款第(四)项), but is not refused for it. */
const remarks: MatterRule = ({ filed, organization }, on) => {
  const consented = filed.change?.supervisorConsentOn;
  if (organization.kind === 'FOUNDATION' || consented === undefined) return [];
  const row = ROWS.late[organization.kind];
  const last = lastDay(consented, row.value);
  const [zh, en] = [`应当于${last}前申请变更，已逾期`, `was to be asked for by ${last}: late`];
  return breach(row, on, on > last, '/change/supervisorConsentOn', zh, en);
};

/** 变更登记 (社会团体登记管理条例 第十八条第一款, 民非 第十五条第一款, 基金会 第十五条第一款). */
export const CHANGE: Matter = {
  type: 'CHANGE',
  people: true,
  part: 'change',
  workflow: PERMISSION,
  by: 'ORGANIZATION_AGENT',
  kinds: ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION'],
  during: LIVING,
  ground: byKind({
    SOCIAL_GROUP: '第十八条第一款',
    SOCIAL_SERVICE_INSTITUTION: '第十五条第一款',
    FOUNDATION: '第十五条第一款',
  }),
  papers: papersOf('CHANGE'),
  rows: [
    ...Object.values(ROWS.changes),
    ...Object.values(ROWS.consent),
    ...Object.values(ROWS.late),
    ...Object.values(ROWS.representative),
    ROWS.effectiveOn,
  ],
  rule,
  remarks,
  certificate: (facts) => onCertificate(facts),
  effectiveOn: ({ filed }) => filed.change?.effectiveOn,
  effects: (facts, granting) => [
    {
      kind: 'CHANGED',
      set: {
        ...changedItems(facts.filed.change!, facts.organization),
        ...namesBefore(facts, granting.on),
        ...supervisionEnded(facts),
        ...newRepresentative(facts, granting.people),
        ...replacedCertificate(facts.organization, granting, 'CHANGED'),
      },
    },
  ],
};

/** Without a supervising unit it answers to the registrar alone (脱钩, 直接登记). */
function supervisionEnded({ filed, organization }: Pick<MatterFacts, 'filed' | 'organization'>): State {
  const ends = filed.change?.endsSupervision === true && organization.supervisingUnit !== undefined;
  return ends ? { supervisingUnit: null } : {};
}

/** The name that is given up stays known: it is held for a time, and it is how others find the organization. */
function namesBefore({ filed, organization }: MatterFacts, on: string): State {
  const { name } = changedItems(filed.change ?? {}, organization);
  return name === undefined
    ? {}
    : { [elementField('former-name', `${on}:${organization.name}`)]: { name: organization.name, until: on } };
}

/** What the certificate prints: a change of it needs a new one. */
function onCertificate({ filed, organization, people }: MatterFacts): boolean {
  const printed = ['name', 'residence', 'scope', 'funds', 'supervisingUnit'] as const;
  const changed: Partial<ChangeContent> = changedItems(filed.change ?? {}, organization);
  const ends = Object.keys(supervisionEnded({ filed, organization })).length > 0;
  return people.length > 0 || ends || printed.some((item) => changed[item] !== undefined);
}

/** The leader who represented it steps back from that, and stays what he is besides until the next filing of leaders. */
function newRepresentative(
  { people }: MatterFacts,
  references: readonly { person: string; commitment: string }[],
): State {
  return people.length === 0 ? {} : { legalRepresentative: references[0] };
}

/** The number of the new certificate, where there is one, and that the old one stands no longer. */
export function replacedCertificate(
  { certificateNumber: old }: OrganizationState,
  { certificateNumber, on }: Pick<Granting, 'certificateNumber' | 'on'>,
  cause: string,
): State {
  if (certificateNumber === undefined) return {};
  const spent = old === undefined ? {} : { [elementField('void-certificate', old)]: { number: old, cause, on } };
  return { certificateNumber, ...spent };
}
