import type { RuleViolated } from '@app/kernel';
import { readHeader } from './header.js';
import { COLUMNS, HEADER } from '../testing/table-of.js';

const headerOf = (...cells: string[]) => readHeader(new Map(cells.entries()), COLUMNS);
const refusals = (...cells: string[]) => {
  try {
    headerOf(...cells);
  } catch (error) {
    return (error as RuleViolated).violations.map(({ code, message }) => `${code} ${message.en}`);
  }
  return [];
};

describe('readHeader', () => {
  it('finds columns by code name, by Chinese and by English title, in any order', () => {
    const { places } = headerOf(' 统一代码 ', 'name', 'SINCE');
    expect([...places].map(([place, { name }]) => `${place} ${name}`)).toEqual(['0 code', '1 name', '2 since']);
  });

  it('takes no offence at asterisks and full width', () =>
    expect(headerOf('机构名称＊', 'ｃｏｄｅ * *', ...HEADER.slice(2)).places.size).toBe(5));

  it('names the headers that no column has', () =>
    expect(headerOf('name', '备注', 'code', 'x').unknown).toEqual(['备注', 'x']));

  it('names every required column that is missing', () =>
    expect(refusals('会员数')).toEqual([
      'TABLE_HEADER The header is not that of the template: the column "NAME" is missing',
      'TABLE_HEADER The header is not that of the template: the column "CODE" is missing',
    ]));

  it('names the column that stands there twice, be it by another name', () =>
    expect(refusals('name', 'code', '机构名称', 'NAME')).toEqual([
      'TABLE_HEADER_TWICE The header has one column more than once: "NAME"',
    ]));

  it('takes 200 columns and not one more', () => {
    const more = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`);
    expect(headerOf('name', 'code', ...more(198)).unknown).toHaveLength(198);
    expect(refusals('name', 'code', ...more(199))).toEqual([
      'TABLE_TOO_WIDE The table has too many columns: at most 200',
    ]);
  });
});
