import { councilViolations } from './council.rules.js';
import type { EstablishmentFacts } from './establishment.facts.js';
import { SAMPLE_DAY, sampleFacts } from './testing/sample-facts.js';

type Council = NonNullable<EstablishmentFacts['council']>;
const sample = sampleFacts('FOUNDATION').council!;
const codes = (over: Partial<Council>, facts: Partial<EstablishmentFacts> = {}) =>
  councilViolations(sampleFacts('FOUNDATION', { council: { ...sample, ...over }, ...facts }), SAMPLE_DAY).map(
    ({ code }) => code,
  );

describe('council of a foundation', () => {
  it.each([
    [4, ['FD-20-1-SIZE']],
    [5, []],
    [25, []],
    [26, ['FD-20-1-SIZE']],
  ])('%i directors: %j (第二十条第一款)', (directors, expected) => expect(codes({ directors })).toEqual(expected));

  it.each([
    [0, ['FD-20-1-TERM']],
    [4, []],
    [5, []],
    [6, ['FD-20-1-TERM']],
  ])('a term of %i years: %j (第二十条第一款)', (termYears, expected) =>
    expect(codes({ termYears })).toEqual(expected),
  );

  it.each([
    [9, 3, []],
    [9, 4, ['FD-20-2-KIN']],
    [10, 3, []],
    [10, 4, ['FD-20-2-KIN']],
  ])('private, non-public: of %i directors %i are kin: %j (第二十条第二款)', (directors, relatedDirectors, expected) =>
    expect(codes({ directors, relatedDirectors })).toEqual(expected),
  );

  it('refuses any kin in a public foundation and in one not privately funded', () => {
    expect(codes({ relatedDirectors: 2 }, { fundraising: 'PUBLIC' })).toEqual(['FD-20-2-NO-KIN']);
    expect(codes({ relatedDirectors: 2 }, { privatelyFunded: undefined })).toEqual(['FD-20-2-NO-KIN']);
  });

  it.each([
    [9, 3, []],
    [9, 4, ['FD-20-3-PAID']],
  ])('of %i directors %i are paid: %j (第二十条第三款)', (directors, paidDirectors, expected) =>
    expect(codes({ directors, paidDirectors })).toEqual(expected),
  );

  it('wants a supervisor who is no director, kin or finance staff (第二十二条)', () => {
    expect(codes({ supervisors: 0 })).toEqual(['FD-22-1-SUPERVISORS']);
    expect(codes({ conflictedSupervisors: 1 })).toEqual(['FD-22-1-CONFLICT']);
  });
});
