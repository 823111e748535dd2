import { filedState, nextReview } from './filed-state.js';
import { filingNumber, FILING_NUMBER } from './filing-number.js';
import {
  CORRECTION_PERIOD,
  DECISION_PERIOD,
  FILING_REFUSALS,
  REVIEW,
  REVIEW_GRACE,
  REVIEW_NOTICE,
} from './filing.table.js';
import { sample, STREET } from './testing/sample-filings.js';

it.each([
  ['2026-11-24', '2028-11-24'],
  ['2026-02-28', '2028-02-28'],
  ['2028-02-29', '2030-02-28'],
])('a filing of %s is renewed by %s (FILING-REVIEW)', (from, until) => expect(nextReview(from)).toBe(until));

it('is renewed after two years, told sixty days before, and waited for thirty days after', () =>
  expect([REVIEW, REVIEW_NOTICE, REVIEW_GRACE].map(({ id, value, mark }) => [id, value, mark])).toEqual([
    ['FILING-REVIEW', { years: 2 }, 'DESIGN'],
    ['FILING-REVIEW-NOTICE', { days: 60 }, 'DESIGN'],
    ['FILING-REVIEW-GRACE', { days: 30 }, 'DESIGN'],
  ]));

it('is decided within ten working days, and corrected within fifteen', () =>
  expect([DECISION_PERIOD, CORRECTION_PERIOD].map(({ id, value }) => [id, value.days, value.unit])).toEqual([
    ['FILING-DECISION', 10, 'working'],
    ['FILING-CORRECTION', 15, 'working'],
  ]));

it('is refused on one of four grounds', () =>
  expect(Object.entries(FILING_REFUSALS).map(([code, { id }]) => [code, id])).toEqual([
    ['CONDITIONS', 'FILING-REFUSAL-CONDITIONS'],
    ['DUPLICATE', 'FILING-REFUSAL-DUPLICATE'],
    ['FALSE', 'FILING-REFUSAL-FALSE'],
    ['OUTSIDE', 'FILING-REFUSAL-OUTSIDE'],
  ]));

it('a number names street, year and place, has eighteen characters, and is no credit code', () => {
  const number = filingNumber(STREET, 2026, 42);
  expect(number).toBe('B11010100126000042');
  expect(number).toMatch(FILING_NUMBER);
  expect(number).toHaveLength(18);
});

it('a group enters the register as filed, with persons by reference alone', () => {
  const leader = { person: 'p1', commitment: 'c1' };
  const state = filedState(
    sample().group,
    { leader, administrators: [] },
    {
      filingNumber: 'B11010100126000001',
      route: 'TERRITORIAL',
      authority: STREET,
      on: '2026-11-24',
    },
  );
  expect(state).toMatchObject({ standing: 'FILED', kind: 'FILED_GROUP', status: 'ACTIVE', reviewOn: '2028-11-24' });
  expect(state.leaders).toEqual([{ ...leader, post: '负责人' }]);
  expect(JSON.stringify(state)).not.toMatch(/李平|13800000000|文化活动中心/);
});
