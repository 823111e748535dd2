import { fileUnder, indexHash, openFile, partsToSeal } from './case-file.js';
import type { CasePart } from './part.js';

const title = { zh: '标题', en: 'Title' };
const step: CasePart = { chapter: 'case', key: 'case', title, content: { steps: 2 } };
const days: CasePart = { chapter: 'clock', key: 'clock-days', title, content: ['工作日'], reckoned: true };
const paper: CasePart = {
  ...{ chapter: 'paper', key: 'paper-1', title, documentId: '1', fileName: '章程.pdf' },
  ...{ mediaType: 'application/pdf', bytes: 3, sha256: 'a'.repeat(64) },
};
const audit = (...keys: string[]): CasePart => ({
  ...{ chapter: 'audit', key: 'audit', title },
  rows: keys.map((key) => ({ key, value: { row: key } })),
});
const parts = [audit('1', '2'), paper, days, step];

it('numbers what it holds in the order of the chapters, whatever the order it comes in', () => {
  expect(openFile(parts).map(({ name }) => name)).toEqual([
    '001-case.json',
    '002-clock-days.json',
    '003-章程.pdf',
    '004-audit.json',
  ]);
});

it('tells the same of a sealed case as on the day of the seal, with what came later as a supplement', () => {
  const seal = partsToSeal(parts);
  const met: CasePart = { chapter: 'deadline', key: 'deadline-1-met', title, content: { metOn: '2026-12-01' } };
  const file = fileUnder(seal, [audit('1', '2', '3'), paper, { ...days, content: ['节假日'] }, step, met]);
  const sealed = file.filter((part) => part.sealed);
  expect(sealed.map(({ sha256 }) => sha256)).toEqual(seal.map(({ sha256 }) => sha256));
  expect(indexHash('c', sealed)).toBe(indexHash('c', seal));
  expect(file.filter((part) => !part.sealed)).toMatchObject([
    { number: 901, key: 'deadline-1-met', intact: true },
    { number: 902, key: 'audit-later', text: '[{"row":"3"}]' },
  ]);
});

it('names each part that is not what was sealed', () => {
  const seal = partsToSeal(parts);
  const file = fileUnder(seal, [audit('1'), days, { ...step, content: { steps: 3 } }]);
  expect(file.map(({ key, intact }) => [key, intact])).toEqual([
    ['case', false],
    ['clock-days', true],
    ['paper-1', false],
    ['audit', false],
  ]);
  expect(file[0]).toMatchObject({ text: '{"steps":3}', sealedSha256: seal[0].sha256 });
  expect(file[2]).not.toHaveProperty('documentId');
});

it('changes its hash with every byte, number or key', () => {
  const [first, ...rest] = partsToSeal(parts);
  const hashes = [{}, { bytes: 1 }, { number: 9 }, { key: 'x' }, { sha256: 'b'.repeat(64) }].map((change) =>
    indexHash('c', [{ ...first, ...change }, ...rest]),
  );
  expect(new Set([...hashes, indexHash('d', [first, ...rest])]).size).toBe(6);
});
