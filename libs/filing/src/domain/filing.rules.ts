import { covers } from '@app/access';
import {
  normalizeResidentId,
  residentIdDefects,
  violationOf,
  type LegalDate,
  type RuleRow,
  type Violation,
} from '@app/kernel';
import type { Filing, GroupPerson } from './filing-content.js';
import {
  ACTIVITIES,
  COMMUNITY_OPINION,
  FIELD,
  FUNDS_SOURCE,
  GROUP_KINDS_ROW,
  LEADER,
  MEETING_PLACE,
  MEMBERS,
  NO_BUSINESS,
  ONLINE_ADMINISTRATORS,
  ONLINE_CONTACT,
  ONLINE_MEMBERS,
  ONLINE_MODERATION,
  ONLINE_PLACE,
  PLACE,
  PURPOSE,
  RULE_SHEET,
} from './filing.table.js';
import { nameViolations } from './name.rules.js';

/** What the rules know of the place and the office besides what is filed. */
export interface FilingFacts {
  /** The place is a street or township that the division table knows. */
  readonly streetKnown: boolean;
  /** The division of the office: the street itself, or the division of the hub. */
  readonly officeDivision: string;
}

/** Everything that speaks against a group being filed, at once. */
export function filingViolations(filing: Filing, facts: FilingFacts, today: LegalDate): Violation[] {
  const { group, route } = filing;
  return [
    ...nameViolations(group.name, '/group/name'),
    ...textViolations(filing),
    ...placeViolations(filing, facts),
    ...(group.groupKind === undefined
      ? [violationOf(GROUP_KINDS_ROW, '/group/groupKind', '须选定类别', 'The kind of the group is missing')]
      : []),
    ...(group.forProfit
      ? [
          violationOf(
            NO_BUSINESS,
            '/group/forProfit',
            '备案的社会组织不得从事经营活动',
            'A filed group does no business',
          ),
        ]
      : []),
    ...personViolations(filing.persons.leader, '/persons/leader', today),
    ...phoneViolations(filing.persons.leader.phone, '/persons/leader/phone'),
    ...(route === 'ONLINE' ? onlineViolations(filing, today) : memberViolations(group.memberCount, MEMBERS)),
  ];
}

function textViolations({ route, group, persons }: Filing): Violation[] {
  const missing = (row: RuleRow, text: string | undefined, pointer: string, zh: string, en: string): Violation[] =>
    text?.trim() ? [] : [violationOf(row, pointer, `没有写明${zh}`, `${en} is missing`)];
  return [
    ...missing(PURPOSE, group.purpose, '/group/purpose', '宗旨', 'The purpose'),
    ...missing(ACTIVITIES, group.activities, '/group/activities', '活动内容', 'What it does'),
    ...missing(FUNDS_SOURCE, group.fundsSource, '/group/fundsSource', '经费来源', 'Where its money comes from'),
    ...missing(RULE_SHEET, group.ruleSheet, '/group/ruleSheet', '活动规则', 'The rules of the group'),
    ...(route === 'ONLINE'
      ? []
      : missing(MEETING_PLACE, persons.meetingPlace, '/persons/meetingPlace', '活动场所', 'The place of meeting')),
    ...(route === 'TERRITORIAL'
      ? missing(
          COMMUNITY_OPINION,
          group.communityOpinion,
          '/group/communityOpinion',
          '社区意见',
          'What the community says',
        )
      : []),
    ...(route === 'HUB' ? missing(FIELD, group.field, '/group/field', '所属领域', 'How it belongs to the field') : []),
  ];
}

function placeViolations({ group }: Filing, { streetKnown, officeDivision }: FilingFacts): Violation[] {
  const pointer = '/group/division';
  if (!streetKnown) {
    const [zh, en] = ['活动地应为九位的街道（乡镇）代码', 'The place is the code of a street or township, nine digits'];
    return [violationOf(PLACE, pointer, zh, en)];
  }
  if (covers(officeDivision, group.division)) return [];
  return [violationOf(PLACE, pointer, '活动地不在备案机关的范围内', 'It does not meet where this office files groups')];
}

function memberViolations(count: number, row: typeof MEMBERS): Violation[] {
  const { least } = row.value;
  if (count >= least) return [];
  return [
    violationOf(row, '/group/memberCount', `成员${count}人，不足${least}人`, `${count} members: fewer than ${least}`),
  ];
}

function onlineViolations({ group, persons }: Filing, today: LegalDate): Violation[] {
  const { online, memberCount } = group;
  const { administrators, offlineContact } = persons;
  const { least } = ONLINE_ADMINISTRATORS.value;
  const [few, fewEn] = [`实名管理员不足${least}人`, `Fewer than ${least} administrators are named`];
  const found = [...memberViolations(memberCount, ONLINE_MEMBERS)];
  if (!online?.platform.trim() || !online.groupNumber.trim()) {
    const [zh, en] = ['没有写明所在平台和群组号', 'Its platform and group number are missing'];
    found.push(violationOf(ONLINE_PLACE, '/group/online', zh, en));
  }
  if (!online?.moderationRule.trim()) {
    const [zh, en] = ['没有群组管理规则', 'Its rule of moderation is missing'];
    found.push(violationOf(ONLINE_MODERATION, '/group/online/moderationRule', zh, en));
  }
  const known = new Set(administrators.map(({ idKind, idNumber }) => `${idKind}:${normalizeResidentId(idNumber)}`));
  if (known.size < least) found.push(violationOf(ONLINE_ADMINISTRATORS, '/persons/administrators', few, fewEn));
  found.push(
    ...administrators.flatMap((person, index) => personViolations(person, `/persons/administrators/${index}`, today)),
  );
  if (!offlineContact?.name.trim() || !PHONE.test(offlineContact.phone.trim())) {
    const [zh, en] = ['没有线下联系人及其电话', 'Its contact off the net, with a telephone, is missing'];
    found.push(violationOf(ONLINE_CONTACT, '/persons/offlineContact', zh, en));
  }
  return found;
}

/** By real name: a document whose number is well formed; who leads or runs a group is of age. */
export function personViolations(person: GroupPerson, pointer: string, today: LegalDate): Violation[] {
  const found: Violation[] = [];
  if (!person.name.trim()) found.push(violationOf(LEADER, `${pointer}/name`, '没有写明姓名', 'The name is missing'));
  if (!isDocument(person, today)) {
    return [
      ...found,
      violationOf(LEADER, `${pointer}/idNumber`, '证件号码有误', 'The number of the document is wrong'),
    ];
  }
  const { leastAge } = LEADER.value;
  if (person.idKind === 'RESIDENT_ID' && ageOf(person.idNumber, today) < leastAge) {
    found.push(violationOf(LEADER, `${pointer}/idNumber`, `未满${leastAge}周岁`, `Not ${leastAge} years of age`));
  }
  return found;
}

/** Digits, with what people put between and before them; never the form in which a number is shown masked. */
const PHONE = /^\+?\d[\d -]{4,20}$/;

function phoneViolations(phone: string, pointer: string): Violation[] {
  if (PHONE.test(phone.normalize('NFKC').trim())) return [];
  return [violationOf(LEADER, pointer, '电话号码有误', 'The telephone number is wrong')];
}

/** Passports and permits: letters and digits; their own checks are not public. */
const OTHER_DOCUMENT = /^[A-Z0-9()]{5,20}$/i;

function isDocument({ idKind, idNumber }: GroupPerson, today: LegalDate): boolean {
  const number = idNumber.normalize('NFKC').trim();
  return idKind === 'RESIDENT_ID' ? residentIdDefects(number, today).length === 0 : OTHER_DOCUMENT.test(number);
}

function ageOf(residentId: string, today: LegalDate): number {
  const born = Number(residentId.normalize('NFKC').trim().slice(6, 14));
  return Math.floor((Number(today.replaceAll('-', '')) - born) / 10_000);
}
