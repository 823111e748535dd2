import type { RuleRow, Violation } from '@app/kernel';
import type { Kind } from '@app/register';
import {
  CHARITY_CONDITIONS,
  FOUNDATION_CONDITIONS,
  SERVICE_INSTITUTION_CONDITIONS,
  SOCIAL_GROUP_CONDITIONS,
} from './conditions.table.js';
import { breach, isBlank, type Rule } from './judge.js';

interface BodyRows {
  readonly name: RuleRow;
  readonly organs: RuleRow<{ minimum: number }>;
  readonly premises: RuleRow;
  readonly staff: RuleRow<{ minimum: number }>;
  readonly liability: RuleRow;
  readonly purpose: RuleRow;
  readonly scope: RuleRow;
}

const ROWS: Readonly<Record<Kind, BodyRows>> = {
  SOCIAL_GROUP: SOCIAL_GROUP_CONDITIONS,
  SOCIAL_SERVICE_INSTITUTION: SERVICE_INSTITUTION_CONDITIONS,
  FOUNDATION: FOUNDATION_CONDITIONS,
};

const STAFF: Readonly<Record<Kind, string>> = {
  SOCIAL_GROUP: '专职工作人员',
  SOCIAL_SERVICE_INSTITUTION: '从业人员',
  FOUNDATION: '专职工作人员',
};

/** Name, organs, place, staff, liability, purpose and scope: that they are there at all. */
export const bodyViolations: Rule = (facts, on): Violation[] => {
  const { kind, fullTimeStaff: staff, organs } = facts;
  const rows = ROWS[kind];
  const area = SOCIAL_GROUP_CONDITIONS.activityArea;
  const noArea = kind === 'SOCIAL_GROUP' && isBlank(facts.activityArea);
  const found = [
    ...breach(rows.name, on, isBlank(facts.name), '/name', '没有名称', 'no name'),
    ...breach(rows.organs, on, named(organs) < rows.organs.value.minimum, '/organs', '没有相应的组织机构', 'no organs'),
    ...breach(rows.premises, on, isBlank(facts.residence), '/residence', '没有住所', 'no premises'),
    ...breach(
      rows.premises,
      on,
      !facts.divisionKnown,
      '/division',
      `住所地区划${facts.division}不存在`,
      `no division ${facts.division}`,
    ),
    ...breach(
      rows.staff,
      on,
      !(staff >= rows.staff.value.minimum),
      '/fullTimeStaff',
      `${STAFF[kind]}${staff}人`,
      `staff: ${staff}`,
    ),
    ...breach(
      rows.liability,
      on,
      !facts.independentLiability,
      '/independentLiability',
      '不能独立承担民事责任',
      'no independent civil liability',
    ),
    ...breach(rows.purpose, on, isBlank(facts.purpose), '/purpose', '没有写明宗旨', 'no purpose'),
    ...breach(rows.scope, on, isBlank(facts.scope), '/scope', '没有写明业务范围', 'no scope of business'),
    ...breach(area, on, noArea, '/activityArea', '没有写明活动地域', 'no area of activity'),
  ];
  if (!facts.charity) return found;
  const rest = CHARITY_CONDITIONS;
  return [
    ...found,
    ...breach(rest.purpose, on, isBlank(facts.purpose), '/purpose', '没有慈善宗旨', 'no charitable purpose'),
    ...breach(rest.name, on, isBlank(facts.name), '/name', '慈善组织没有名称', 'a charity without a name'),
    ...breach(
      rest.premises,
      on,
      isBlank(facts.residence),
      '/residence',
      '慈善组织没有住所',
      'a charity without premises',
    ),
    ...breach(
      rest.organs,
      on,
      named(organs) < rest.organs.value.minimum,
      '/organs',
      '慈善组织没有组织机构',
      'a charity without organs',
    ),
  ];
};

function named(organs: readonly string[]): number {
  return organs.filter((organ) => !isBlank(organ)).length;
}
