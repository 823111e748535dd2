import { entryOf } from '../testing/drawn-entries.js';
import { mayReadFile } from './file.policy.js';
import { officersEntry, officersState } from './officers-view.js';

const restriction = { id: '1', effect: 'WARN', reason: '另有调查' };
const lifted = { ...restriction, liftedOn: '2026-03-01' };
const entries = [
  entryOf(1, '2026-01-01', {
    name: ['甲', 'PUBLIC'],
    residence: ['东城', 'WITHHELD'],
    leaders: [[{ person: 'p1', commitment: 'c', post: '会长', phone: '13800001234' }], 'WITHHELD'],
    idNumber: ['110101190001011017', 'WITHHELD'],
    'restriction:1': [restriction, 'WITHHELD'],
  }),
  entryOf(2, '2026-03-01', { 'restriction:1': [lifted, 'WITHHELD'] }),
];
const nameOf = () => '张明';

describe('the file that the office reads', () => {
  it('shows items that were withheld from the public, and what stands against the organization', () => {
    expect(officersState(entries, { asOf: '2026-02-01' }, nameOf)).toEqual({
      state: { name: '甲', residence: '东城', leaders: [{ name: '张明', post: '会长' }] },
      restrictions: [restriction],
    });
    expect(officersState(entries, { asOf: '2026-03-01' }, nameOf)?.restrictions).toEqual([lifted]);
    expect(officersState(entries, { asOf: '2025-12-31' }, nameOf)).toBeUndefined();
  });

  it('shows of persons their name and post, and nothing that is no registered item, whatever an entry holds', () => {
    const shown = entries.map((entry) => officersEntry(entry, nameOf, new Map()));
    expect(JSON.stringify(shown)).not.toMatch(/13800001234|110101190001011017|commitment|p1/);
    expect(shown.map(({ restrictions }) => restrictions)).toEqual([[restriction], [lifted]]);
  });

  it('shows branches, former names and annotations, as the public file does', () => {
    const items = {
      'branch:1': ['海淀分会', 'PUBLIC'],
      'former-name:1': ['旧名', 'PUBLIC'],
      'annotation:1': [{ on: '2026-01-01', text: '信函被退回' }, 'PUBLIC'],
    } as const;
    const entry = entryOf(1, '2026-01-01', { ...items });
    const shown = Object.fromEntries(Object.entries(items).map(([field, [value]]) => [field, value]));
    expect(officersState([entry], { asOf: '2026-01-01' }, nameOf)?.state).toEqual(shown);
    expect(officersEntry(entry, nameOf, new Map()).fields).toEqual(shown);
  });

  it('names who recorded an entry, or nobody where it was the system', () => {
    const byOfficer = { ...entries[0], recordedBy: 'a1', caseId: 'c1' };
    const usernames = new Map([['a1', 'approval']]);
    expect(officersEntry(byOfficer, nameOf, usernames)).toMatchObject({ recordedBy: 'approval', caseId: 'c1' });
    expect(officersEntry(entries[0], nameOf, usernames)).toMatchObject({ recordedBy: null, caseId: null });
  });
});

describe('the right to read a file', () => {
  const officer = (role: 'REVIEW_OFFICER' | 'STREET_OFFICER', scope: string) => ({
    grants: [{ id: '1', role, scopeType: 'DIVISION' as const, scope }],
  });

  it.each([
    ['the registrar', officer('REVIEW_OFFICER', '110108'), true],
    ['the city above it', officer('REVIEW_OFFICER', '110000'), true],
    ['the ministry', officer('REVIEW_OFFICER', '100000'), true],
    ['another district', officer('REVIEW_OFFICER', '110105'), false],
    ['another province', officer('REVIEW_OFFICER', '310000'), false],
    ['an officer of another kind', officer('STREET_OFFICER', '110108'), false],
    ['the auditor', { grants: [{ id: '1', role: 'AUDITOR' as const, scopeType: 'NONE' as const, scope: null }] }, true],
    ['nobody in particular', { grants: [] }, false],
  ])('of an organization that a district registered, by %s', (_, reader, may) => {
    expect(mayReadFile(reader, '110108')).toBe(may);
  });
});
