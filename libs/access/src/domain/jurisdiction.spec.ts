import { covers, divisionPrefix } from './jurisdiction.js';

describe('covers', () => {
  it.each([
    ['110000', '110000', 'itself'],
    ['110000', '110108', 'a district of the city'],
    ['110000', '110108001', 'a street of the city'],
    ['110000', '110100', 'the level between (市辖区)'],
    ['110100', '110108', 'a county of a prefecture'],
    ['110108', '110108001', 'a street of the district'],
    ['110101001', '110101001', 'the street itself'],
    ['441900', '441900003', 'a town of a city without districts'],
    ['100000', '110108', 'everything, for the ministry'],
    ['100000', '100000', 'itself, for the ministry'],
  ])('%s covers %s: %s', (holder, division) => {
    expect(covers(holder, division)).toBe(true);
  });

  it.each([
    ['110108', '110105', 'a neighbour'],
    ['110108', '110000', 'its parent'],
    ['110000', '120000', 'another city'],
    ['110000', '100000', 'the ministry'],
    ['110101001', '110101002', 'another street'],
    ['110101001', '110101', 'the district of the street'],
    ['110105', '110108001', 'a street elsewhere'],
    ['', '110108', 'anything, when the holder is empty'],
    ['11', '110108', 'anything, when the holder is no division'],
    ['110000', '1101', 'what is no division'],
    ['110000', '11010800', 'what is no division'],
    ['100000', '', 'what is no division, even for the ministry'],
    ['000000', '110108', 'anything, when the holder is no division'],
  ])('%s does not cover %s: %s', (holder, division) => {
    expect(covers(holder, division)).toBe(false);
  });
});

describe('divisionPrefix', () => {
  it('has the digits that the level leaves, and none for the ministry', () => {
    expect(['100000', '110000', '130100', '110108', '110101001'].map(divisionPrefix)).toEqual([
      '',
      '11',
      '1301',
      '110108',
      '110101001',
    ]);
  });
});
