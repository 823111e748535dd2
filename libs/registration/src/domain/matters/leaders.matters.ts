import type { LegalDate, Violation } from '@app/kernel';
import { councilViolations } from '../council.rules.js';
import { leaderViolations } from '../people.rules.js';
import { breach } from '../judge.js';
import { asEstablishment } from './as-establishment.js';
import type { MatterRule } from './matter.facts.js';
import { ALL_KINDS, LIVING, type Matter } from './matter.js';
import { byKind, moved } from './matter-sources.js';
import { TERM_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { RECORDING } from './recording.workflow.js';

/** The same day, so many years on. */
function yearsAfter(date: LegalDate, years: number): LegalDate {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
}

const leadersRule: MatterRule = (facts, on): Violation[] => {
  const { filed, organization, people } = facts;
  const { electedOn = '', termFrom = '', termUntil = '', council } = filed.leaders ?? {};
  const row = organization.kind === 'FOUNDATION' ? ROWS.foundation : ROWS.group;
  const years = row.value.maximumYears;
  const order = electedOn <= on && termFrom >= electedOn && termUntil > termFrom;
  const termYears = order ? Math.max(1, Number(termUntil.slice(0, 4)) - Number(termFrom.slice(0, 4))) : 0;
  const whole = { ...asEstablishment(facts, {}, people), council: council && { ...council, termYears } };
  return [
    ...breach(
      ROWS.order,
      on,
      !order,
      '/leaders',
      '选举日、任期起止日须依次且选举日不晚于今日',
      'election, beginning and end of the term must follow each other, the election by today',
    ),
    ...breach(
      row,
      on,
      order && termUntil > yearsAfter(termFrom, years),
      '/leaders/termUntil',
      `每届任期不得超过${years}年`,
      `a term lasts ${years} years at most`,
    ),
    ...breach(ROWS.known, on, people.length === 0, '/people', '没有负责人', 'no leaders are named'),
    ...moved(leaderViolations(whole, on), { '/leaders': '/people' }),
    ...moved(councilViolations(whole, on), { '/council': '/leaders/council' }),
  ];
};

/** 负责人备案 after an election (换届). Who represents the organization changes by change registration alone. */
export const LEADERS_FILING: Matter = {
  type: 'LEADERS_FILING',
  people: true,
  part: 'leaders',
  workflow: RECORDING,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: LIVING,
  ground: byKind({
    SOCIAL_GROUP: '第二十七条第二款',
    SOCIAL_SERVICE_INSTITUTION: '第十条第(四)项',
    FOUNDATION: '第二十条第一款',
  }),
  papers: papersOf('LEADERS_FILING'),
  rows: [ROWS.foundation, ROWS.group, ROWS.order, ROWS.known],
  rule: leadersRule,
  effects: ({ filed, people }, granting) => [
    {
      kind: 'LEADERS_FILED',
      set: {
        leaders: granting.people.map((reference, index) => ({ ...reference, post: people[index].postTitle })),
        term: { from: filed.leaders!.termFrom, until: filed.leaders!.termUntil },
      },
    },
  ],
};

const delayRule: MatterRule = ({ filed, organization }, on): Violation[] => {
  const { term, kind } = organization;
  const until = term?.until;
  const delayed = filed.delay?.delayedUntil ?? '';
  const years = ROWS.delay.value.maximumYears;
  const most = term && yearsAfter(term.from, ROWS.foundationDelay.value.maximumYears);
  const beyond = kind === 'FOUNDATION' && most !== undefined && delayed > most;
  return [
    ...breach(
      ROWS.once,
      on,
      term?.delayedFrom !== undefined,
      '/delay',
      '本届已延期一次',
      'this term was delayed before',
    ),
    ...breach(
      ROWS.foundationDelay,
      on,
      beyond,
      '/delay/delayedUntil',
      `每届任期不得超过5年，至${most}届满`,
      `a term lasts five years at most, to ${most}`,
    ),
    ...breach(
      ROWS.known,
      on,
      until === undefined,
      '/delay',
      '登记簿中没有本届任期，无从延期',
      'the register knows no term that could be prolonged',
    ),
    ...breach(
      ROWS.delay,
      on,
      until !== undefined && (delayed <= until || delayed > yearsAfter(until, years)),
      '/delay/delayedUntil',
      `延期换届最长${years}年，自${until}届满起算`,
      `an election is delayed by ${years} year at most, from ${until}`,
    ),
  ];
};

/** 延期换届: the term that serves lasts longer. */
export const ELECTION_DELAY: Matter = {
  type: 'ELECTION_DELAY',
  part: 'delay',
  workflow: RECORDING,
  by: 'ORGANIZATION_AGENT',
  kinds: ALL_KINDS,
  during: LIVING,
  ground: byKind({
    SOCIAL_GROUP: '第十四条第(五)项',
    SOCIAL_SERVICE_INSTITUTION: '第十条第(四)项',
    FOUNDATION: '第二十条第一款',
  }),
  papers: papersOf('ELECTION_DELAY'),
  rows: [ROWS.delay, ROWS.once, ROWS.foundationDelay, ROWS.known],
  rule: delayRule,
  effects: ({ filed, organization }) => [
    {
      kind: 'ELECTION_DELAYED',
      set: { term: { ...organization.term, until: filed.delay!.delayedUntil, delayedFrom: organization.term!.until } },
    },
  ],
};
