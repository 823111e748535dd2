import { filingViolations } from '../filing.rules.js';
import { FACTS, STREET } from '../testing/sample-filings.js';
import { FILING_COLUMNS } from './filing-columns.js';
import { filingOf, remarkOf } from './row-filing.js';

const example = Object.fromEntries(FILING_COLUMNS.map(({ name, example: value }) => [name, value]));

it('the example row of the template is a filing with nothing against it', () => {
  const found = filingViolations(filingOf(example, STREET), FACTS, '2026-11-24');
  expect(found.map(({ code }) => code)).toEqual([]);
});

it('reads several administrators from one cell', () => {
  const row = { ...example, route: 'ONLINE', administrators: '周敏 11010119000107793X；吴刚　110101190001077948' };
  expect(filingOf(row, STREET).persons.administrators).toEqual([
    { name: '周敏', idKind: 'RESIDENT_ID', idNumber: '11010119000107793X' },
    { name: '吴刚', idKind: 'RESIDENT_ID', idNumber: '110101190001077948' },
  ]);
});

it('names the column of every defect', () => {
  const empty = filingOf({ route: 'ONLINE' }, '');
  const columns = new Set<string>(FILING_COLUMNS.map(({ name }) => name));
  const remarks = filingViolations(empty, FACTS, '2026-11-24').map(remarkOf);
  expect(remarks.length).toBeGreaterThan(8);
  for (const { code, column } of remarks) expect([code, columns.has(column ?? '')]).toEqual([code, true]);
});
