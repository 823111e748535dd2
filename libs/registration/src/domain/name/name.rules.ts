import type { LegalDate, Violation } from '@app/kernel';
import type { EstablishmentFacts } from '../establishment.facts.js';
import { withinYears } from '../bar-period.js';
import { breach, isBlank, type Rule } from '../judge.js';
import { PROVINCES, shortProvince } from './division-name.js';
import { NAME_FORMS, NAME_STRUCTURE as NM } from './name-forms.table.js';
import { type NameStructure, nameStructure } from './name-structure.js';
import { prefixViolations, termViolations } from './name-terms.rules.js';

/**
 * A name against its structure and the forbidden terms. A blank name is the body rules' matter. Whether it
 * is true to the scope, and near names, are for the officer; only the identical one is a bar.
 */
export const nameViolations: Rule = (facts, on): Violation[] =>
  isBlank(facts.name)
    ? []
    : [
        ...prefixViolations(facts, on),
        ...structureViolations(facts, nameStructure(facts), on),
        ...termViolations(facts, on),
        ...identicalViolations(facts, on),
        ...heldViolations(facts, on),
      ];

function structureViolations(facts: EstablishmentFacts, parts: NameStructure, on: LegalDate): Violation[] {
  const { kind, authorityNames, authorityLevel } = facts;
  const own = authorityNames.at(-1) ?? '';
  const local = authorityLevel !== 'NATION' && own !== '';
  const full = authorityLevel === 'DISTRICT' ? authorityNames.slice(-2).join('') : own;
  const lone = local && parts.division === undefined && parts.core.startsWith(own);
  const forms = NAME_FORMS[kind];
  return [
    ...breach(
      NM.districtWithCity,
      on,
      lone,
      '/name',
      `名称中的${own}应当冠以所属市：${full}`,
      `${own} must carry its city: ${full}`,
    ),
    ...breach(
      NM.division,
      on,
      local && parts.division === undefined && !lone,
      '/name',
      `名称应当以行政区划“${full}”开头`,
      `the name must begin with ${full}`,
    ),
    ...breach(
      forms,
      on,
      parts.form === undefined,
      '/name',
      `名称没有规范的组织形式，如“${forms.value.example}”`,
      'the name does not end with a form of organization of its kind',
    ),
    ...(kind === 'SOCIAL_GROUP' ? groupViolations(parts, on) : brandViolations(parts, on)),
  ];
}

function groupViolations({ core, form, origin }: NameStructure, on: LegalDate): Violation[] {
  const noField = core === '' && !(form !== undefined && NAME_FORMS.SOCIAL_GROUP.value.withField.includes(form));
  const longOrigin = origin !== undefined && shortProvince(origin) !== origin;
  return [
    ...breach(
      NM.groupField,
      on,
      noField,
      '/name',
      '名称没有行（事）业领域或者会员组成',
      'the name has no field or membership',
    ),
    ...breach(
      NM.origin,
      on,
      longOrigin,
      '/name',
      `异地商会名称应当使用原籍地专名“${shortProvince(origin ?? '')}”`,
      `a chamber from elsewhere uses the bare name of its origin, not ${origin}`,
    ),
  ];
}

function brandViolations({ core, brand, field }: NameStructure, on: LegalDate): Violation[] {
  const noBrand = core === '' || (field !== undefined && brand === undefined);
  const least = NM.brandLength.value.minimumCharacters;
  const short = brand !== undefined && [...brand].length < least;
  const place = brand !== undefined && PROVINCES.some((name) => brand === name || brand === shortProvince(name));
  return [
    ...breach(NM.brand, on, noBrand, '/name', '名称没有字号', 'the name has no distinctive word'),
    ...breach(
      NM.brandLength,
      on,
      short,
      '/name',
      `字号“${brand}”不足${least}个汉字`,
      `the distinctive word ${brand} has fewer than ${least} characters`,
    ),
    ...breach(
      NM.brandDivision,
      on,
      place,
      '/name',
      `字号“${brand}”是行政区划名称`,
      `the distinctive word ${brand} is the name of a division`,
    ),
  ];
}

const identicalViolations: Rule = ({ name, sameNameAs }, on): Violation[] =>
  breach(
    NM.identical,
    on,
    sameNameAs !== undefined,
    '/name',
    `本登记管理机关已登记同名组织（${sameNameAs}）：${name}`,
    `this registrar has a body of the very same name already (${sameNameAs})`,
  );

/** A name given up is held for a time: nobody is to be taken for who bore it. */
const heldViolations: Rule = ({ name, heldNames = [] }, on): Violation[] =>
  heldNames.flatMap(({ reason, since }) => {
    const years = NM.held.value.years[reason];
    const [zh, en] = HELD_TEXTS[reason];
    const held = withinYears(since, years, on);
    return breach(NM.held, on, held, '/name', `${name}：${zh}（${since}）未满${years}年`, `${name}: ${en} on ${since}`);
  });

const HELD_TEXTS = {
  DEREGISTERED: ['原组织注销', 'its bearer was deregistered'],
  ANNULLED: ['原组织被撤销登记', 'its bearer’s registration was annulled'],
  RENAMED: ['原组织更名', 'its bearer took another name'],
} as const;
