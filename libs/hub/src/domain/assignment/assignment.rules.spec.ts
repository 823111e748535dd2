import { assignmentViolations, type Assignment } from './assignment.rules.js';

const hub = (code: string) =>
  [code, { code, name: code, tier: 'CITY', division: '110000', parent: null, standing: 'RECOGNIZED' }] as const;
const STANDING = new Map([hub('HUB-1-01'), hub('HUB-1-02')]);
const codes = (assignment: Assignment, primaryHub?: string, status: 'ACTIVE' | 'DEREGISTERED' = 'ACTIVE') =>
  assignmentViolations(assignment, { status, primaryHub }, STANDING).map(({ code, pointer }) => `${code} ${pointer}`);

it.each<[string, Assignment, string[]]>([
  ['a hub that stands', { primary: 'HUB-1-01' }, []],
  [
    'one that does not',
    { primary: 'HUB-9-99', addRelated: ['HUB-9-98'] },
    ['HUB-UNKNOWN /hub', 'HUB-UNKNOWN /related/0'],
  ],
  [
    'one as primary and related at once',
    { primary: 'HUB-1-01', addRelated: ['HUB-1-01'] },
    ['HUB-ASSIGNMENT /related/0'],
  ],
  ['one twice', { addRelated: ['HUB-1-01', 'HUB-1-01'] }, ['HUB-ASSIGNMENT /related/1']],
  ['its release', { primary: null }, []],
])('assigns %s: %j', (_, assignment, expected) => expect(codes(assignment)).toEqual(expected));

it('adds as related no hub that is the primary one already, unless that is released at once', () => {
  expect(codes({ addRelated: ['HUB-1-01'] }, 'HUB-1-01')).toEqual(['HUB-ASSIGNMENT /related/0']);
  expect(codes({ primary: null, addRelated: ['HUB-1-01'] }, 'HUB-1-01')).toEqual([]);
});

it('releases an organization from the hub that it leaves, from no other', () => {
  expect(codes({ primary: null, leaving: 'HUB-1-01' }, 'HUB-1-01')).toEqual([]);
  expect(codes({ primary: null, leaving: 'HUB-1-01' }, 'HUB-1-02')).toEqual(['HUB-LEFT /hub']);
});

it('assigns nothing to who has ended, and releases him', () => {
  expect(codes({ primary: 'HUB-1-01' }, undefined, 'DEREGISTERED')).toEqual(['ORGANIZATION-ENDED ']);
  expect(codes({ primary: null }, 'HUB-1-01', 'DEREGISTERED')).toEqual([]);
});
