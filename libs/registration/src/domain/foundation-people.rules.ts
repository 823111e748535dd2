import type { LegalDate, Violation } from '@app/kernel';
import { withinYears } from './bar-period.js';
import type { EstablishmentFacts, LeaderFacts, LeaderPost } from './establishment.facts.js';
import { breach, type Rule } from './judge.js';
import { FOUNDATION_PEOPLE as FD } from './people.table.js';

const POST_NAMES: Readonly<Record<LeaderPost, { zh: string; en: string }>> = {
  CHAIR: { zh: '理事长', en: 'chair' },
  VICE_CHAIR: { zh: '副理事长', en: 'vice chair' },
  SECRETARY_GENERAL: { zh: '秘书长', en: 'secretary-general' },
  PRINCIPAL: { zh: '负责人', en: 'head' },
  OTHER: { zh: '其他职务', en: 'other post' },
};

/** Arts 20, 23 and 24: the three officers, and the legal representative. */
export const foundationPeopleViolations: Rule = (facts, on): Violation[] => [
  ...FD.officers.value.posts.flatMap((post) => {
    const { zh, en } = POST_NAMES[post];
    const vacant = !facts.leaders.some((leader) => leader.post === post);
    return breach(FD.officers, on, vacant, '/leaders', `没有拟任${zh}`, `no proposed ${en}`);
  }),
  ...facts.leaders.flatMap((leader, index) => [
    ...(leader.legalRepresentative ? representativeViolations(facts, leader, `/leaders/${index}`, on) : []),
    ...(isOfficer(leader) ? officerViolations(leader, `/leaders/${index}`, on) : []),
  ]),
];

function isOfficer({ post }: LeaderFacts): boolean {
  return FD.officers.value.posts.some((officer) => officer === post);
}

function representativeViolations(
  facts: EstablishmentFacts,
  leader: LeaderFacts,
  at: string,
  on: LegalDate,
): Violation[] {
  const { name, post, residency, declarations } = leader;
  const others = [...declarations.representsSocialGroups, ...declarations.representsOthers];
  const list = declarations.representsOthers.length > 0 ? 'representsOthers' : 'representsSocialGroups';
  const mainlander = facts.fundraising === 'PUBLIC' || facts.mainlandFunded === true;
  return [
    ...breach(
      FD.chairRepresents,
      on,
      post !== FD.chairRepresents.value.post,
      `${at}/legalRepresentative`,
      `法定代表人${name}不是理事长`,
      `the legal representative ${name} is not the chair`,
    ),
    ...breach(
      FD.otherPosts,
      on,
      others.length > FD.otherPosts.value.maximum,
      `${at}/declarations/${list}`,
      `${name}已担任${others.join('、')}的法定代表人`,
      `${name} already represents ${others.join(', ')}`,
    ),
    ...breach(
      FD.residency,
      on,
      mainlander && residency !== FD.residency.value.residency,
      `${at}/residency`,
      `法定代表人${name}不是内地居民`,
      `the legal representative ${name} is not a resident of the mainland`,
    ),
  ];
}

function officerViolations({ name, residency, declarations }: LeaderFacts, at: string, on: LegalDate): Violation[] {
  const { sentence, revokedFoundation, stay } = FD;
  const said = `${at}/declarations`;
  const { sentenceServedOn: served, responsibleInRevokedOn: revoked, monthsOnMainland: months = 0 } = declarations;
  return [
    ...breach(
      FD.servingOfficial,
      on,
      declarations.servingStateOfficial,
      `${said}/servingStateOfficial`,
      `${name}是现职国家工作人员`,
      `${name} is a serving state official`,
    ),
    ...breach(
      sentence,
      on,
      withinYears(served, sentence.value.years, on),
      `${said}/sentenceServedOn`,
      `${name}的刑期于${served}执行完毕，未逾${sentence.value.years}年`,
      `${name}’s sentence was served on ${served}, not more than ${sentence.value.years} years ago`,
    ),
    ...breach(
      FD.politicalRights,
      on,
      declarations.deprivedOfPoliticalRights,
      `${said}/deprivedOfPoliticalRights`,
      `${name}正在或者曾经被剥夺政治权利`,
      `${name} is or was deprived of political rights`,
    ),
    ...breach(
      revokedFoundation,
      on,
      withinYears(revoked, revokedFoundation.value.years, on),
      `${said}/responsibleInRevokedOn`,
      `${name}对${revoked}被撤销的组织负有责任，未逾${revokedFoundation.value.years}年`,
      `${name} answers for a body revoked on ${revoked}, not more than ${revokedFoundation.value.years} years ago`,
    ),
    ...breach(
      stay,
      on,
      residency !== 'MAINLAND' && !(months >= stay.value.minimumMonths),
      `${said}/monthsOnMainland`,
      `${name}每年在内地居留${months}个月，少于${stay.value.minimumMonths}个月`,
      `${name} stays ${months} months a year on the mainland, fewer than ${stay.value.minimumMonths}`,
    ),
  ];
}
