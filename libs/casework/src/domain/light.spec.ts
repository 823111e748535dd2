import { lightOf } from './light.js';

describe('the light of a case', () => {
  const plenty = { paused: false, remainingDays: 40, remainingWorkingDays: 28, periodDays: 60 };

  it.each([
    ['green with more than 30 % and 3 working days left', plenty, 'GREEN', '余40日'],
    ['yellow at 30 % of the period', { ...plenty, remainingDays: 18, remainingWorkingDays: 12 }, 'YELLOW', '余18日'],
    ['green just above 30 %', { ...plenty, remainingDays: 19, remainingWorkingDays: 13 }, 'GREEN', '余19日'],
    [
      'yellow at 3 working days',
      { ...plenty, periodDays: 5, remainingDays: 3, remainingWorkingDays: 3 },
      'YELLOW',
      '余3日',
    ],
    ['yellow on the last day', { ...plenty, remainingDays: 0, remainingWorkingDays: 0 }, 'YELLOW', '余0日'],
    ['red the day after', { ...plenty, remainingDays: -1, remainingWorkingDays: -1 }, 'RED', '超期1日'],
    ['grey while paused', { ...plenty, paused: true }, 'GREY', '计时中止'],
    ['red though paused, when it was overdue before', { ...plenty, paused: true, remainingDays: -2 }, 'RED', '超期2日'],
    ['grey without a clock', undefined, 'GREY', '未计时'],
  ] as const)('is %s', (_, facts, colour, word) => {
    expect(lightOf(facts)).toMatchObject({ colour, word: { zh: word } });
  });
});
