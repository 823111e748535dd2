import { filedState, nextReview } from './filed-state.js';
import { filingNumber, FILING_NUMBER } from './filing-number.js';
import { REVIEW, REVIEW_GRACE, REVIEW_NOTICE } from './filing.table.js';
import { sample, STREET } from './testing/sample-filings.js';

it.each([
  ['2026-11-24', '2028-11-24'],
  ['2026-02-28', '2028-02-28'],
  ['2028-02-29', '2030-02-28'],
])('a filing of %s is renewed by %s (FILING-REVIEW)', (from, until) => expect(nextReview(from)).toBe(until));

it('reviews after two years, tells sixty days before and waits thirty after (FILING-REVIEW-NOTICE, FILING-REVIEW-GRACE)', () =>
  expect([REVIEW.value.years, REVIEW_NOTICE.value.days, REVIEW_GRACE.value.days]).toEqual([2, 60, 30]));

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
