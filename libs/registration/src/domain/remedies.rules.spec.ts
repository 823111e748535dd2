import { addMonths, remedies } from './remedies.rules.js';

const CHAOYANG = { level: 'DISTRICT', names: ['北京市', '朝阳区'] };
const bodies = (authority: Parameters<typeof remedies>[0], servedOn: string) =>
  remedies(authority, servedOn)[0]!.bodies;

describe('rights against a decision', () => {
  it('of a district: its government or the upper bureau until 2023-12-31 (2017年法 第十二条)', () => {
    expect(bodies(CHAOYANG, '2023-12-31')).toEqual(['北京市朝阳区人民政府', '北京市民政局']);
  });

  it('of a district: its government alone from 2024-01-01 (2023年法 第二十四条)', () => {
    expect(bodies(CHAOYANG, '2024-01-01')).toEqual(['北京市朝阳区人民政府']);
  });

  it.each([
    [{ level: 'PROVINCE', names: ['北京市'] }, ['北京市人民政府', '民政部']],
    [{ level: 'CITY', names: ['河北省', '石家庄市'] }, ['石家庄市人民政府', '河北省民政厅']],
    [{ level: 'DISTRICT', names: ['河北省', '石家庄市', '长安区'] }, ['石家庄市长安区人民政府', '石家庄市民政局']],
  ])('of %j under the Act of 2017: %j', (authority, expected) => {
    expect(bodies(authority, '2023-06-01')).toEqual(expected);
  });

  it.each(['2023-12-31', '2024-01-01'])('of the ministry: the ministry itself, served on %s', (servedOn) => {
    expect(bodies({ level: 'NATION', names: [] }, servedOn)).toEqual(['民政部']);
  });

  it('review ends 60 days after service, on the next working day when that is a day off', () => {
    // 2026-01-23 is sixty days after 2025-11-24, a Friday; a day later it would be a Saturday.
    expect(remedies(CHAOYANG, '2025-11-24')[0]!.lastDay).toBe('2026-01-23');
    expect(remedies(CHAOYANG, '2025-11-25')[0]!.lastDay).toBe('2026-01-26');
  });

  it('suit ends six months after service, on the next working day when that is a day off', () => {
    expect(remedies(CHAOYANG, '2025-09-15')[1]!.lastDay).toBe('2026-03-16');
    expect(remedies(CHAOYANG, '2025-09-16')[1]!).toMatchObject({
      type: 'SUIT',
      lastDay: '2026-03-16',
      citation: { law: '中华人民共和国行政诉讼法', article: '第四十六条第一款' },
    });
  });

  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-07-15', 6, '2027-01-15'],
    ['2026-12-31', 6, '2027-06-30'],
  ])('counts months by the calendar: %s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});
