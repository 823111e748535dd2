import type { LegalDate, RuleRow, Violation } from '@app/kernel';
import type { Kind } from '@app/register';
import { charityPeopleViolations } from './charity-people.rules.js';
import type { EstablishmentFacts, PersonFacts } from './establishment.facts.js';
import { foundationPeopleViolations } from './foundation-people.rules.js';
import { breach, type Rule } from './judge.js';
import { FOUNDATION_PEOPLE, SERVICE_INSTITUTION_PEOPLE as SSI, SOCIAL_GROUP_PEOPLE as SG } from './people.table.js';

const INITIATORS: Readonly<Record<Kind, { row: RuleRow<{ minimum: number }>; zh: string; en: string }>> = {
  SOCIAL_GROUP: { row: SG.initiators, zh: '发起人', en: 'initiators' },
  SOCIAL_SERVICE_INSTITUTION: { row: SSI.founders, zh: '举办者', en: 'founders' },
  FOUNDATION: { row: FOUNDATION_PEOPLE.applicants, zh: '申请人', en: 'applicants' },
};

const GENERAL: Readonly<Record<Kind, { representative: RuleRow; identity: RuleRow }>> = {
  SOCIAL_GROUP: SG,
  SOCIAL_SERVICE_INSTITUTION: SSI,
  FOUNDATION: FOUNDATION_PEOPLE,
};

/** Initiators and proposed leaders: who they are, what bars them, and who represents the body. */
export const peopleViolations: Rule = (facts, on): Violation[] => [
  ...numberViolations(facts, on),
  ...facts.initiators.flatMap((person, index) => personViolations(facts, person, `/initiators/${index}`, false, on)),
  ...leaderViolations(facts, on),
];

/** What bars each leader from his post, at whatever time he comes to it. */
export const leaderViolations: Rule = (facts, on): Violation[] => [
  ...facts.leaders.flatMap((person, index) => personViolations(facts, person, `/leaders/${index}`, true, on)),
  ...otherGroupViolations(facts, on),
  ...(facts.kind === 'FOUNDATION' ? foundationPeopleViolations(facts, on) : []),
  ...(facts.charity ? charityPeopleViolations(facts, on) : []),
];

const numberViolations: Rule = ({ kind, initiators, leaders }, on): Violation[] => {
  const { row, zh, en } = INITIATORS[kind];
  const count = leaders.filter((leader) => leader.legalRepresentative).length;
  const one = `法定代表人${count}人，应当为1人`;
  return [
    ...breach(row, on, initiators.length < row.value.minimum, '/initiators', `没有${zh}`, `no ${en}`),
    ...breach(
      GENERAL[kind].representative,
      on,
      count !== 1,
      '/leaders',
      one,
      `${count} legal representatives, not one`,
    ),
  ];
};

function personViolations(
  { kind }: EstablishmentFacts,
  person: PersonFacts,
  at: string,
  leads: boolean,
  on: LegalDate,
): Violation[] {
  const { name, documentValid, declarations } = person;
  const found = breach(
    GENERAL[kind].identity,
    on,
    !documentValid,
    `${at}/idNumber`,
    `${name}的身份证件号码无效`,
    `the number of ${name}’s identity document is not valid`,
  );
  if (kind === 'FOUNDATION' || (kind === 'SOCIAL_SERVICE_INSTITUTION' && !leads)) return found;
  const rows = kind === 'SOCIAL_GROUP' ? SG : SSI;
  return [
    ...found,
    ...breach(
      rows.politicalRights,
      on,
      declarations.deprivedOfPoliticalRights,
      `${at}/declarations/deprivedOfPoliticalRights`,
      `${name}正在或者曾经被剥夺政治权利`,
      `${name} is or was deprived of political rights`,
    ),
    ...breach(
      rows.capacity,
      on,
      !declarations.fullCivilCapacity,
      `${at}/declarations/fullCivilCapacity`,
      `${name}不具有完全民事行为能力`,
      `${name} lacks full civil capacity`,
    ),
  ];
}

const otherGroupViolations: Rule = ({ kind, leaders }, on): Violation[] => {
  if (kind !== 'SOCIAL_GROUP') return [];
  return leaders.flatMap(({ name, legalRepresentative, declarations }, index) => {
    const groups = declarations.representsSocialGroups;
    return breach(
      SG.otherGroups,
      on,
      legalRepresentative && groups.length > SG.otherGroups.value.maximum,
      `/leaders/${index}/declarations/representsSocialGroups`,
      `${name}已担任${groups.join('、')}的法定代表人`,
      `${name} already represents ${groups.join(', ')}`,
    );
  });
};
