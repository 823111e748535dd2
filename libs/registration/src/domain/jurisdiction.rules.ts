import type { RuleRow, Violation } from '@app/kernel';
import type { Kind } from '@app/register';
import {
  FOUNDATION_CONDITIONS as FD,
  SERVICE_INSTITUTION_CONDITIONS as SSI,
  SOCIAL_GROUP_CONDITIONS as SG,
} from './conditions.table.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { breach, grouped, type Rule } from './judge.js';

const REGISTRARS: Readonly<Record<Kind, { registrar: RuleRow<{ levels: string[] }>; seat: RuleRow }>> = {
  SOCIAL_GROUP: SG,
  SOCIAL_SERVICE_INSTITUTION: SSI,
  FOUNDATION: FD,
};

/** Whether this registrar may decide, and whether the seat lies in its division. */
export const jurisdictionViolations: Rule = (facts, on): Violation[] => {
  const { registrar, seat } = REGISTRARS[facts.kind];
  const wrongLevel = !registrar.value.levels.includes(facts.authorityLevel);
  const province = facts.kind === 'FOUNDATION';
  return [
    ...breach(
      registrar,
      on,
      wrongLevel,
      '/authority',
      province ? '基金会由国务院或者省级民政部门登记' : '登记管理机关应当是县级以上民政部门',
      province
        ? 'a foundation registers with the ministry or a province'
        : 'the registrar must be of county level or above',
    ),
    ...breach(
      seat,
      on,
      seatBinds(facts) && facts.divisionKnown && !liesWithin(facts),
      '/division',
      `住所地${facts.division}不在登记管理机关${facts.authority}的辖区内`,
      `the seat ${facts.division} lies outside the division of the registrar ${facts.authority}`,
    ),
    ...(facts.kind === 'FOUNDATION' ? ministryViolations(facts, on) : []),
  ];
};

/** The consent of a unit of the same level fixes the registrar of a 民办非企业单位, wherever it sits (第六条, 第七条). */
function seatBinds({ kind, track }: EstablishmentFacts): boolean {
  return kind !== 'SOCIAL_SERVICE_INSTITUTION' || track === 'DIRECT';
}

/** GB/T 2260: two digits for the province, four for the city, six for the district. */
function liesWithin({ authority, authorityLevel, division }: EstablishmentFacts): boolean {
  const digits = { NATION: 0, PROVINCE: 2, CITY: 4, DISTRICT: 6, OTHER: 6 }[authorityLevel];
  return division.startsWith(authority.slice(0, digits));
}

const ministryViolations: Rule = (facts, on): Violation[] => {
  const outside = facts.leaders.some((leader) => leader.legalRepresentative && leader.residency !== 'MAINLAND');
  const large = facts.funds > FD.ministry.value.above;
  const mayGoToMinistry = facts.fundraising === 'PUBLIC' || outside || large;
  const sum = grouped(FD.ministry.value.above);
  return [
    ...breach(
      FD.ministry,
      on,
      facts.authorityLevel === 'NATION' && !mayGoToMinistry,
      '/authority',
      `非公募基金会原始基金${facts.funds}元，未超过${FD.ministry.value.above}元，由省级民政部门登记`,
      `a non-public foundation of ${grouped(facts.funds)} yuan, not above ${sum}, registers with the province`,
    ),
    ...breach(
      FD.outsideRepresentative,
      on,
      facts.authorityLevel !== 'NATION' && outside,
      '/authority',
      '拟由非内地居民担任法定代表人的基金会由国务院民政部门登记',
      'with a legal representative from outside the mainland the ministry registers',
    ),
  ];
};
