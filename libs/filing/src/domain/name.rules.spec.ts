import { COMMITTEE_ORGAN, NAME_ENDING, NAME_FORBIDDEN, NAME_RESERVED, OWNERS_COMMITTEE } from './filing.table.js';
import { nameViolations } from './name.rules.js';

const codes = (name: string): string[] => nameViolations(name, '/name').map(({ code }) => code);

it.each(['东华门街道晨光合唱队', '银杏读书社', '阳光小组', '夕阳红俱乐部', '望京羽毛球群'])('%s may be filed', (name) =>
  expect(codes(name)).toEqual([]),
);

it.each(NAME_ENDING.value)('a name may end in %s (FILING-NAME-ENDING)', (ending) =>
  expect(codes(`晨光${ending}`)).toEqual([]),
);

it.each(NAME_RESERVED.value)('refuses %s, which registered organizations bear (FILING-NAME-RESERVED)', (word) =>
  expect(codes(`晨光${word}队`)).toEqual(['FILING-NAME-RESERVED']),
);

it.each(NAME_FORBIDDEN.value)('refuses %s, which claims more than a place (FILING-NAME-FORBIDDEN)', (word) =>
  expect(codes(`${word}晨光队`)).toEqual(['FILING-NAME-FORBIDDEN']),
);

it('refuses a name with characters that nobody sees, which would hide what it is', () =>
  expect(codes('业主\u200b委员会队')).toEqual(['FILING-NAME-FORBIDDEN']));

it.each(OWNERS_COMMITTEE.value)('turns %s away, and says nothing else of it (FILING-OWNERS-COMMITTEE)', (word) =>
  expect(codes(`阳光家园${word}`)).toEqual(['FILING-OWNERS-COMMITTEE']),
);

it.each(COMMITTEE_ORGAN.value)('turns %s away, an organ of self-government (FILING-COMMITTEE-ORGAN)', (word) =>
  expect(codes(`东华门${word}小组`)[0]).toBe('FILING-COMMITTEE-ORGAN'),
);

it.each([
  ['队', ['FILING-NAME-LENGTH']],
  ['晨光队', []],
  [`${'长'.repeat(39)}队`, []],
  [`${'长'.repeat(40)}队`, ['FILING-NAME-LENGTH']],
  ['晨 光（一）', ['FILING-NAME-ENDING']],
])('judges %s by what is in it, whatever its blanks and marks', (name, expected) =>
  expect(codes(name)).toEqual(expected),
);
