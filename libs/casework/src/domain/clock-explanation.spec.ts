import fc from 'fast-check';
import { addDays, cite, type Period } from '@app/kernel';
import { explainClock } from './clock-explanation.js';
import { readClock, type ClockFacts, type RecordedPause } from './clock-reading.js';

const LICENSING = cite('中华人民共和国行政许可法', '第四十五条');
const pause = (from: string, to?: string, reason = 'HEARING'): RecordedPause => ({
  from,
  to,
  reason,
  citation: LICENSING,
});

function clock(change: Partial<ClockFacts> = {}): ClockFacts {
  return {
    rule: 'ANY',
    citation: cite('社会团体登记管理条例', '第十二条第一款'),
    startedOn: '2026-03-02',
    period: { days: 3, unit: 'working', rolls: false },
    extendedDays: 0,
    pauses: [],
    ...change,
  };
}

const told = (facts: ClockFacts) => explainClock(facts).map(({ date, number, why }) => [date, number, why.zh]);

describe('a clock told day by day', () => {
  it('says what a pause is for and rests on the article of the pause (许可法第四十五条)', () => {
    const days = explainClock(
      clock({ pauses: [pause('2026-03-03', '2026-03-04'), pause('2026-03-05', '2026-03-06', 'EXPERT_REVIEW')] }),
    );
    expect(days.map(({ date, counts, why }) => [date, counts, why.zh])).toEqual([
      ['2026-03-02', false, '收到之日，不计入'],
      ['2026-03-03', false, '听证：中止（2026-03-03起，2026-03-04恢复计算）'],
      ['2026-03-04', true, '工作日'],
      ['2026-03-05', false, '专家评审：中止（2026-03-05起，2026-03-06恢复计算）'],
      ['2026-03-06', true, '工作日'],
      ['2026-03-07', false, '周末'],
      ['2026-03-08', false, '周末'],
      ['2026-03-09', true, '工作日，届满日'],
    ]);
    expect(days[1].source).toEqual({ document: LICENSING.law, article: LICENSING.article });
    expect(days[2].source?.document).toBe('国务院办公厅关于2026年部分节假日安排的通知');
  });

  it('ends with the first day of a pause that is open', () => {
    expect(told(clock({ pauses: [pause('2026-03-04')] })).at(-1)).toEqual([
      '2026-03-04',
      undefined,
      '听证：2026-03-04起中止，尚未恢复',
    ]);
  });

  it('counts the make-up Saturday of the Spring Festival (国务院办公厅通知)', () => {
    const days = told(clock({ startedOn: '2026-02-13', period: { days: 1, unit: 'working', rolls: false } }));
    expect(days).toEqual([
      ['2026-02-13', 0, '收到之日，不计入'],
      ['2026-02-14', 1, '春节调休上班，届满日'],
    ]);
  });

  it('says where the period ended and the extension begins (慈善法第十条第三款)', () => {
    const period: Period = { days: 90, unit: 'natural', rolls: false };
    const days = explainClock(clock({ period, extendedDays: 60 }));
    expect(
      days.filter(({ why }) => why.zh.includes('延长')).map(({ date, number, why }) => [date, number, why.zh]),
    ).toEqual([
      ['2026-04-01', 30, '自然日；原期限30日届满，其后为延长的60日'],
      ['2026-04-02', 31, '自然日；延长期限第1日'],
    ]);
    expect(days.at(-1)).toMatchObject({ date: '2026-05-31', number: 90, why: { zh: '自然日，届满日' } });
  });

  it('tells the day of receipt as such even when a pause begins with it', () => {
    expect(told(clock({ pauses: [pause('2026-03-02', '2026-03-04')] })).slice(0, 2)).toEqual([
      ['2026-03-02', 0, '收到之日，不计入'],
      ['2026-03-03', undefined, '听证：中止（2026-03-02起，2026-03-04恢复计算）'],
    ]);
  });

  it('ends with the last day that the clock shows and counts as many days as the period has, whatever the pauses and the extension', () => {
    const drawn = fc.record({
      start: fc.integer({ min: 0, max: 4382 }).map((days) => addDays('2016-01-01', days)),
      unit: fc.constantFrom<Period['unit']>('natural', 'working'),
      rolls: fc.boolean(),
      days: fc.integer({ min: 1, max: 60 }),
      extendedDays: fc.integer({ min: 0, max: 60 }),
      // Pauses as a clock can have them: one after the other, only the last one open.
      gaps: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 }),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, ({ start, unit, rolls, days, extendedDays, gaps, open }) => {
        let from = start;
        const pauses = gaps.map(([gap, length], index) => {
          const begun = addDays(from, gap);
          from = addDays(begun, length);
          return open && index === gaps.length - 1 ? pause(begun) : pause(begun, from);
        });
        const facts = clock({
          startedOn: start,
          period: { days: days + extendedDays, unit, rolls },
          extendedDays,
          pauses,
        });
        const { dueOn } = readClock(facts, start);
        const explained = explainClock(facts);
        const numbers = explained.filter(({ counts }) => counts).map(({ number }) => number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        if (dueOn === null) return;
        expect(explained.at(-1)!.date).toBe(dueOn);
        expect(numbers).toHaveLength(facts.period.days);
      }),
      { numRuns: 300 },
    );
  });
});
