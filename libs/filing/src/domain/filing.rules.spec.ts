import { filingViolations } from './filing.rules.js';
import { FACTS, sample, STREET, type Bend } from './testing/sample-filings.js';

const TODAY = '2026-11-24';
const codes = (bend: Bend, facts = FACTS): string[] =>
  filingViolations(sample(bend), facts, TODAY).map(({ code }) => code);
const CITY = { ...FACTS, officeDivision: '110000' };

describe('what is filed by each route', () => {
  it.each([
    ['TERRITORIAL', FACTS],
    ['HUB', CITY],
    ['ONLINE', FACTS],
  ] as const)('has nothing against it when all is there: %s', (route, facts) => {
    expect(codes({ route }, facts)).toEqual([]);
  });

  const WRONG: readonly [string, Bend, string][] = [
    ['4 members', { group: { memberCount: 4 } }, 'FILING-MEMBERS'],
    ['9 members on the net', { route: 'ONLINE', group: { memberCount: 9 } }, 'FILING-ONLINE-MEMBERS'],
    ['no kind', { group: { groupKind: undefined } }, 'FILING-KIND'],
    ['business', { group: { forProfit: true } }, 'FILING-NO-BUSINESS'],
    ['no purpose', { group: { purpose: '  ' } }, 'FILING-PURPOSE'],
    ['no activities', { group: { activities: '' } }, 'FILING-ACTIVITIES'],
    ['no source of funds', { group: { fundsSource: '' } }, 'FILING-FUNDS-SOURCE'],
    ['no rules', { group: { ruleSheet: '' } }, 'FILING-RULE-SHEET'],
    ['no place of meeting', { persons: { meetingPlace: '' } }, 'FILING-MEETING-PLACE'],
    ['no opinion of the community', { group: { communityOpinion: undefined } }, 'FILING-COMMUNITY-OPINION'],
    ['a place that is elsewhere', { group: { division: '110108001' } }, 'FILING-PLACE'],
    [
      'no platform',
      { route: 'ONLINE', group: { online: { platform: '', groupNumber: '1', moderationRule: '有' } } },
      'FILING-ONLINE-PLACE',
    ],
    [
      'no rule of moderation',
      { route: 'ONLINE', group: { online: { platform: '微信', groupNumber: '1', moderationRule: ' ' } } },
      'FILING-ONLINE-MODERATION',
    ],
    [
      'one administrator, named twice',
      { route: 'ONLINE', persons: { administrators: Array(2).fill(sample().persons.leader) } },
      'FILING-ONLINE-ADMINISTRATORS',
    ],
    [
      'one administrator, whose number is written in two ways',
      {
        route: 'ONLINE',
        persons: {
          administrators: ['11010119000107793X', '１１０１０１１９０００１０７７９３x'].map((idNumber) => ({
            ...sample().persons.leader,
            idNumber,
          })),
        },
      },
      'FILING-ONLINE-ADMINISTRATORS',
    ],
    ['no contact off the net', { route: 'ONLINE', persons: { offlineContact: undefined } }, 'FILING-ONLINE-CONTACT'],
  ];

  it.each(WRONG)('is refused with %s', (_, bend, code) => expect(codes(bend)).toEqual([code]));

  it('is refused by a hub where it does not say how it belongs to the field', () =>
    expect(codes({ route: 'HUB', group: { field: '' } }, CITY)).toEqual(['FILING-FIELD']));

  it('is refused where the place is no street or township', () =>
    expect(codes({ group: { division: '110101' } }, { ...FACTS, streetKnown: false })).toEqual(['FILING-PLACE']));

  it('asks the community of no group of a hub or of the net', () => {
    expect(codes({ route: 'HUB', group: { communityOpinion: undefined } }, CITY)).toEqual([]);
    expect(codes({ route: 'ONLINE', group: { communityOpinion: undefined } })).toEqual([]);
  });
});

describe('who leads a group', () => {
  const lead = (change: object): Bend => ({ persons: { leader: { ...sample().persons.leader, ...change } } });

  it.each([
    ['17 years and 364 days', '110101200811250016', ['FILING-LEADER']],
    ['18 years to the day', '110101200811240010', []],
  ])('of %s', (_, idNumber, expected) => expect(codes(lead({ idNumber }))).toEqual(expected));

  it('has a telephone that can be rung', () => {
    expect(codes(lead({ phone: '' }))).toEqual(['FILING-LEADER']);
    expect(codes(lead({ phone: '*********78' }))).toEqual(['FILING-LEADER']);
    expect(codes(lead({ phone: '+86 010-6512 3456' }))).toEqual([]);
  });

  it('is named, with a number that can be right', () => {
    expect(codes(lead({ name: ' ' }))).toEqual(['FILING-LEADER']);
    expect(codes(lead({ idNumber: '110101190001077931' }))).toEqual(['FILING-LEADER']);
    expect(codes(lead({ idKind: 'PASSPORT', idNumber: 'E12345678' }))).toEqual([]);
    expect(codes(lead({ idKind: 'PASSPORT', idNumber: '?' }))).toEqual(['FILING-LEADER']);
  });
});

it('tells all defects at once, each with a pointer and a citation', () => {
  const bend = { group: { memberCount: 0, purpose: '', ruleSheet: '', division: STREET } };
  const found = filingViolations(sample(bend), FACTS, TODAY);
  expect(found.map(({ pointer }) => pointer).sort()).toEqual([
    '/group/memberCount',
    '/group/purpose',
    '/group/ruleSheet',
  ]);
  expect(found.every(({ citation }) => citation.law !== '' && citation.article !== '')).toBe(true);
});
