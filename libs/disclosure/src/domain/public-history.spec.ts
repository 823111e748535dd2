import fc from 'fast-check';
import { publicDifference } from './public-difference.js';
import { publicHistory } from './public-history.js';
import { DAYS, drawnEntries, entryOf, recorded } from '../testing/drawn-entries.js';
import { publicState } from './public-view.js';

const NAMES = new Map([
  ['p1', '张明'],
  ['p2', '张明'],
]);
const nameOf = (person: string): string | null => NAMES.get(person) ?? null;

const person = (id: string) => ({ person: id, commitment: 'c' });
const first = entryOf(1, '2026-01-01', {
  name: ['甲', 'PUBLIC'],
  'restriction:1': [{ reason: '另有调查' }, 'WITHHELD'],
  legalRepresentative: [person('p1'), 'MASKED'],
});
const second = entryOf(2, '2026-03-01', { legalRepresentative: [person('p2'), 'MASKED'] });
const correction = entryOf(3, '2026-01-01', { name: ['乙', 'PUBLIC'] }, 1);

describe('the public history of an organization', () => {
  it('shows public items with their days and entries, persons by name, and nothing that is withheld', () => {
    expect(publicHistory([first, second], undefined, nameOf)).toEqual([
      {
        field: 'name',
        values: [
          {
            from: '2026-01-01',
            until: null,
            value: '甲',
            entry: 1,
            correctedBy: null,
            recordedAt: recorded(1).toISOString(),
          },
        ],
      },
      {
        field: 'legalRepresentative',
        values: [
          expect.objectContaining({ from: '2026-01-01', until: '2026-02-28', value: { name: '张明' }, entry: 1 }),
          expect.objectContaining({ from: '2026-03-01', until: null, value: { name: '张明' }, entry: 2 }),
        ],
      },
    ]);
  });

  it('names the correction beside the entry in whose place it stands', () => {
    const [name] = publicHistory([first, second, correction], undefined, nameOf);
    expect(name).toMatchObject({
      field: 'name',
      values: [{ value: '乙', entry: 1, correctedBy: 3, recordedAt: recorded(3).toISOString() }],
    });
  });

  it('shows for each day what the public file shows as of that day, whatever was recorded and by when', () => {
    fc.assert(
      fc.property(drawnEntries(), fc.option(fc.nat(9), { nil: undefined }), (entries, known) => {
        const knownAt = known === undefined ? undefined : recorded(known);
        const found = publicHistory(entries, knownAt, nameOf);
        for (const day of ['2025-12-31', ...DAYS, '2026-12-31']) {
          const covering = found.flatMap(({ field, values }) =>
            values
              .filter(({ from, until }) => from <= day && (until === null || day <= until))
              .map(({ value }) => [field, value] as const),
          );
          expect(Object.fromEntries(covering)).toEqual(publicState(entries, { asOf: day, knownAt }, nameOf) ?? {});
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the difference between two public files', () => {
  const entries = [first, second, correction];

  it('tells of a correction what was believed before it and what is known since', () => {
    expect(
      publicDifference(entries, { asOf: '2026-02-01', knownAt: recorded(2) }, { asOf: '2026-02-01' }, nameOf),
    ).toEqual([
      { field: 'name', before: '甲', after: '乙' },
      { field: 'legalRepresentative', before: { name: '张明' }, after: null },
    ]);
  });

  it('shows that another person of the same name came, and nothing of what is withheld', () => {
    expect(publicDifference([first, second], { asOf: '2026-01-01' }, { asOf: '2026-03-01' }, nameOf)).toEqual([
      { field: 'legalRepresentative', before: { name: '张明' }, after: { name: '张明' } },
    ]);
    const lifted = entryOf(3, '2026-04-01', { 'restriction:1': [{ reason: '已解除' }, 'WITHHELD'] });
    expect(publicDifference([first, lifted], { asOf: '2026-01-01' }, { asOf: '2026-04-01' }, nameOf)).toEqual([]);
  });

  it('is not there when nothing stood at one of the moments', () => {
    expect(publicDifference(entries, { asOf: '2025-12-31' }, { asOf: '2026-04-01' }, nameOf)).toBeUndefined();
    expect(
      publicDifference(entries, { asOf: '2026-04-01' }, { asOf: '2026-04-01', knownAt: recorded(0) }, nameOf),
    ).toBeUndefined();
  });
});
